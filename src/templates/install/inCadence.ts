import { capitalised } from '../../cells/english';
import type { Cadence } from '../../cells/period';
import { readTables } from '../../workbook/register/readTracked';
import type { Snapshot } from '../../workbook/snapshot';
import type { Template } from '../template';

/** Fields of a template that an owner reads in the workbook. */
const READ = new Set(['name', 'outOf', 'title', 'note', 'header', 'label', 'hint', 'heading', 'lines', 'says']);

/**
 * A template as it speaks in a workbook of another cadence: "at the end of each month" becomes "at the end of each week".
 * Blocks with periods of their own keep their words, and so does everything in a template that has one.
 *
 * @param template  its words are of its own cadence
 * @param cadence   the workbook's
 */
export function inCadence(template: Template, cadence: Cadence): Template {
  const hasOwn = template.sheets.some(({ blocks }) => blocks.some(block => block.kind === 'periods' && block.own));
  if (cadence === template.cadence || hasOwn) return template;
  const word = new RegExp(`\\b${template.cadence}(?=s?\\b)`, 'gi');
  const spoken = (text: string) =>
    text.replace(word, found => (found[0] === found[0]!.toUpperCase() ? capitalised(cadence) : cadence));
  const within = (part: unknown, isRead: boolean): unknown => {
    if (typeof part === 'string') return isRead ? spoken(part) : part;
    if (Array.isArray(part)) return part.map(each => within(each, isRead));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, within(value, READ.has(key))]));
  };
  const { sheets, kpis } = template;
  return { ...template, ...(within({ sheets, kpis }, false) as Pick<Template, 'sheets' | 'kpis'>) };
}

/** A template as it speaks in the workbook that it is installed in. */
export function asInstalled(template: Template, snapshot: Snapshot): Template {
  return inCadence(template, readTables(snapshot).data?.calendar.cadence ?? template.cadence);
}
