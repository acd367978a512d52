import { MONEY_ELSEWHERE } from '../plan/allocation';
import { NOT_ONE_PICTURE } from '../plan/onePicture';
import { OVER_BUDGET } from '../plan/overBudget';
import { NO_RHYTHM } from '../plan/rhythm';
import { UNMEASURED } from '../plan/unmeasured';
import { KPI_PATTERNS } from './betweenKpis';
import type { Pattern, PlanPattern } from './pattern';
import { SILOS } from './silos';

/** The plain conditions of the plan, in the order in which they are listed. */
export const PLAN_PATTERNS: PlanPattern[] = [OVER_BUDGET, MONEY_ELSEWHERE, UNMEASURED, NO_RHYTHM, NOT_ONE_PICTURE];

/** Every pattern, in the order of the method. */
export const PATTERNS: Pattern[] = [...KPI_PATTERNS, SILOS, ...PLAN_PATTERNS];
