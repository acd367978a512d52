import type { Effect } from '../types';

/** One of the five effects, as its measurement says it. */
export type Measurement = Omit<Effect, 'title' | 'matters' | 'explain'>;
