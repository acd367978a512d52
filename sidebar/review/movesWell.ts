import type { Alert } from '../../src/review/types';
import type { Session } from '../session';

/** Whether a KPI's points speak of a good change: in a pattern one side may, while the other suffers. */
export function movesWell(alert: Alert, kpi: string, session: Session): boolean {
  if (alert.kind !== 'pattern') return !alert.adverse;
  return (session.review.value?.kpis.find(({ name }) => name === kpi)?.momentum ?? 0) > 0;
}
