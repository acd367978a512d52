import { acquisition } from './acquisition';
import { alignment } from './alignment';
import type { CellFunction } from './definition';
import { drift } from './drift';
import { finance } from './finance';
import { operations } from './operations';
import { retention } from './retention';
import { sales } from './sales';
import { service } from './service';

/** Every function that a cell can call, in the order in which help lists them. */
export const functions: CellFunction[] = [
  ...acquisition,
  ...sales,
  ...operations,
  ...service,
  ...retention,
  ...finance,
  ...alignment,
  ...drift,
];
