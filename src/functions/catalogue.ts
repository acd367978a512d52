import { acquisition } from './acquisition';
import { scores } from './alignmentScore';
import { attainments } from './attainment';
import type { CellFunction } from './definition';
import { drift } from './drift';
import { finance } from './finance';
import { forecasts } from './forecast';
import { ledger } from './ledger';
import { operations } from './operations';
import { people } from './people';
import { projects } from './projects';
import { retention } from './retention';
import { revenueRetention } from './revenueRetention';
import { sales } from './sales';
import { service } from './service';
import { stock } from './stock';
import { strategy } from './strategy';
import { trends } from './trend';

/** Every function that a cell can call, in the order in which help lists them. */
export const functions: CellFunction[] = [
  ...acquisition,
  ...sales,
  ...operations,
  ...stock,
  ...forecasts,
  ...service,
  ...retention,
  ...revenueRetention,
  ...ledger,
  ...people,
  ...projects,
  ...finance,
  ...attainments,
  ...scores,
  ...strategy,
  ...drift,
  ...trends,
];
