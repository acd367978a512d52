import type { Cadence } from '../../cells/period';
import { dayLabel } from '../../cells/period';
import { readIsoDate } from '../../cells/serial';
import type { Period } from '../../workbook/register';
import type { Judged } from '../kpi/replay';
import type { Alert, Decided, LapsedDecision } from '../types';
import { formatFigure, formatLevel, formatLevels } from './formatFigure';

const KINDS: Record<Alert['kind'], string> = {
  shift: 'Change of level',
  spike: 'Outlier',
  trend: 'Trend',
  experiment: 'Experiment',
  pattern: 'Pattern',
};

/** What kind of thing an alert tells: "Change of level", "Outlier". */
export function kindInWords(kind: Alert['kind']): string {
  return KINDS[kind];
}

/** What was decided, when and by whom, and what is to be done: "act, 5 Jan 2026, by Ana: call the supplier (Ben, by 31 Jan 2026)". */
export function decisionInWords({ decision, date, by, note, action, owner, due }: Decided): string {
  const day = readIsoDate(date);
  const said = [decision, day === null ? '' : dayLabel(day), by === '' ? '' : `by ${by}`];
  const until = due === null ? null : readIsoDate(due);
  const task = [owner, until === null ? '' : `by ${dayLabel(until)}`].filter(part => part !== '').join(', ');
  const what = [task === '' ? action : `${action} (${task})`.trim(), note].filter(part => part !== '');
  return `${said.filter(part => part !== '').join(', ')}${what.length === 0 ? '' : `: ${what.join('. ')}`}`;
}

/** A decision on what no longer shows: "Tickets, down since 21 Nov 2016". */
export function lapsedInWords({ alert, kpi, direction, since }: LapsedDecision): string {
  const day = since === null ? null : readIsoDate(since);
  return kpi === null || direction === null || day === null ? alert : `${kpi}, ${direction} since ${dayLabel(day)}`;
}

/** "Jan 2026", "the week of 21 Nov 2016" */
export function periodWithArticle({ label }: Period): string {
  return label.startsWith('week') ? `the ${label}` : label;
}

/** A figure of a KPI as its owner writes it; its unit is left out where it only repeats the KPI's name. */
export function figureOf({ kpi }: Judged, value: number): string {
  return formatFigure(value, styleOf(kpi));
}

/** Two levels of a KPI, "about 480" and "about 380", written so that they can be told apart. */
export function levelsOf({ kpi }: Judged, one: number, other: number): [string, string] {
  const [first, second] = formatLevels(one, other, styleOf(kpi));
  return [`about ${first}`, `about ${second}`];
}

/** A level of a KPI, rounded: "about 480". */
export function aboutOf({ kpi }: Judged, value: number): string {
  return `about ${formatLevel(value, styleOf(kpi))}`;
}

/** A small amount of a KPI, such as a slope, in two digits, with as many decimals beyond its own as these take. */
export function amountOf({ kpi }: Judged, amount: number): string {
  const style = styleOf(kpi);
  const value = Number(amount.toPrecision(2));
  const near = (text: string) => {
    const said = Number.parseFloat(text.replace(/[^0-9.]/g, '')) / (text.includes('%') ? 100 : 1);
    return Math.abs(said - Math.abs(value)) <= 0.05 * Math.abs(value);
  };
  const texts = [0, 1, 2, 3].map(decimals => formatFigure(value, style, decimals));
  return texts.find(near) ?? texts[3]!;
}

function styleOf({ format, unit, name }: Judged['kpi']): { format: string; unit: string } {
  return { format, unit: unit.trim().toLowerCase() === name.trim().toLowerCase() ? '' : unit };
}

/** " a week" behind a count that is added up by the week; nothing behind a rate, a time or a mean. */
export function perPeriod({ kpi, values }: Judged, cadence: Cadence): string {
  const counts = values.every(value => value === null || Number.isInteger(value));
  return kpi.combine === 'sum' && counts && !kpi.format.includes('%') ? ` a ${cadence}` : '';
}

/** An amount of money, to two digits: "€9,200", "9,200 CHF". */
export function moneyOf(amount: number, currency: string): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(amount)))) - 1);
  return formatFigure(Math.round(amount / unit) * unit, { format: '#,##0', unit: currency });
}
