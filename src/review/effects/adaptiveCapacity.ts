import { capitalised, counted } from '../../cells/english';
import { median } from '../../drift/series';
import type { Register } from '../../workbook/register';
import type { ToldAlert } from '../alerts/alert';
import { newestPeriodOn } from '../decisions/decisions';
import type { Measurement } from './measurement';

/** In periods: where the line ends on which it is drawn. Whoever takes longer is no slower in the picture. */
const SLOW = 6;

/**
 * *Adaptive capacity*: how long the firm takes from an alert to its first decision, and from that decision until the alert
 * is over; the medians of the Log, in periods. A level that was accepted is over by its decision, which recovers nothing:
 * it counts for the first step only.
 *
 * @param told      every change
 * @param register  its Log and cadence
 */
export function adaptiveCapacity(told: readonly ToldAlert[], register: Register): Measurement {
  const decided = told
    .filter(({ list, alert }) => list === 'alerts' && (alert.adverse || alert.decision !== null))
    .flatMap(one => {
      const dates = one.change.decisions.flatMap(({ entry: { date } }) => (date === null ? [] : [date]));
      const at = dates.length === 0 ? -1 : newestPeriodOn(Math.min(...dates), one.judged.periods);
      return at < one.raised ? [] : [{ ...one, at }];
    });
  const waited = decided.map(({ at, raised }) => at - raised);
  const recovered = decided.flatMap(({ change, at }) =>
    change.over && change.over.how !== 'accepted' && change.over.index >= at ? [change.over.index - at] : [],
  );
  const needs = [
    waited.length === 0 ? 'decisions in the Compass Log, with their dates' : '',
    waited.length > 0 && recovered.length === 0 ? 'an alert that was over after its decision' : '',
  ].filter(need => need !== '')[0];
  const blank: Measurement = {
    name: 'adaptive capacity',
    value: null,
    sentence: '',
    parts: [],
    scale: null,
    needs: needs === undefined ? '' : `${capitalised(needs)}.`,
  };
  if (waited.length === 0) return blank;
  const { cadence } = register.strategy;
  const steps = [
    { name: 'from alert to decision', all: waited },
    { name: 'from decision to over', all: recovered },
  ].filter(({ all }) => all.length > 0);
  const parts = steps.map(({ name, all }) => {
    const value = median(all);
    return { name, value, text: `${inPeriods(value, cadence)} (median of ${all.length})` };
  });
  const said = parts.map(({ name, value }) => `${inPeriods(value, cadence)} ${name}`).join(', ');
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  const scale = {
    poor: `${inPeriods(SLOW, cadence)} or more`,
    good: 'at once',
    at: 1 - Math.min(value, SLOW) / SLOW,
  };
  return { ...blank, value, sentence: `It takes ${said}.`, parts, scale };
}

function inPeriods(value: number, cadence: string): string {
  return value === 0 ? `0 ${cadence}s` : counted(value, cadence);
}
