import type { CellFunction } from './definition';
import { acquisition } from './families/acquisition';
import { scores } from './families/alignmentScore';
import { attainments } from './families/attainment';
import { cashCycle } from './families/cashCycle';
import { drift } from './families/drift';
import { finance } from './families/finance';
import { forecasts } from './families/forecast';
import { growth } from './families/growth';
import { ledger } from './families/ledger';
import { liquidity } from './families/liquidity';
import { operations } from './families/operations';
import { overTime } from './families/overTime';
import { people } from './families/people';
import { profitability } from './families/profitability';
import { projects } from './families/projects';
import { retention } from './families/retention';
import { revenueRetention } from './families/revenueRetention';
import { sales } from './families/sales';
import { salesAnalysis } from './families/salesAnalysis';
import { service } from './families/service';
import { stock } from './families/stock';
import { strategy } from './families/strategy';
import { trends } from './families/trend';
import { verdicts } from './families/verdicts';

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
  ...profitability,
  ...liquidity,
  ...cashCycle,
  ...growth,
  ...overTime,
  ...salesAnalysis,
  ...attainments,
  ...scores,
  ...strategy,
  ...drift,
  ...verdicts,
  ...trends,
];
