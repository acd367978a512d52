import type { CellFunction } from '../../src/functions/definition';

export function googleStubs(functions: readonly CellFunction[]): string;
