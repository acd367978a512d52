import { AddressError, printRange, sameCells } from '../../cells/address';
import { readTables } from '../../workbook/register/readTracked';
import { didYouMean } from '../../workbook/sheets/names';
import type { Snapshot } from '../../workbook/snapshot';
import { TrackError } from '../../workbook/sources/trackError';
import { readTrackedFigures, type TrackedFigures } from '../../workbook/track/trackedFigures';
import { rangeOf } from '../../workbook/track/trackRequest';
import { calendarFor, type InstallOptions, type Mapping } from '../install/layout';
import { unfitSource } from '../install/unfitSource';
import { inputsOf } from '../schema/parts';
import type { Template } from '../template';

/** What does not fit in a mapping, or is worth knowing. */
export interface MappingProblem {
  /** Id of the input. */
  input: string;
  /** `error`: it cannot be installed so; `note`: it can. */
  severity: 'error' | 'note';
  message: string;
}

/**
 * Says before anything is written what does not fit in a mapping: a sheet that is gone, text, periods that are not
 * understood or merged away, ranges of different periods, the template's own cells; and notes what is left out or added up.
 *
 * @param snapshot  the Compass sheets, and the cells that the mapping names with those around them (`placesToTrack`)
 */
export function checkMapping(
  template: Template,
  snapshot: Snapshot,
  mapping: Mapping,
  options: Partial<InstallOptions> = {},
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const { cadence } = calendarFor(readTables(snapshot), template, snapshot, options);
  const headers = new Map(inputsOf(template).map(({ column }) => [column.id, column.header]));
  const read = new Map<string, TrackedFigures>();
  for (const [id, cells] of Object.entries(mapping)) {
    const say = (severity: MappingProblem['severity'], message: string) =>
      problems.push({ input: id, severity, message: `${headers.get(id) ?? id}: ${message}` });
    if (!headers.has(id)) {
      say('error', `${template.name} has no input '${id}'${didYouMean(id, [...headers.keys()]) || '.'}`);
      continue;
    }
    try {
      const values = rangeOf(cells.values);
      const why = unfitSource(template, snapshot, values);
      if (why) {
        say('error', why);
        continue;
      }
      const figures = readTrackedFigures(snapshot, { ...cells, cadence });
      for (const note of figures.notes) say('note', note);
      const gap = gapIn(figures);
      if (gap) say('note', gap);
      const twin = [...read].find(([, other]) => sameCells(other.series.values, figures.series.values));
      if (twin) say('note', `${printRange(figures.series.values)} fills ${headers.get(twin[0])} as well.`);
      read.set(id, figures);
    } catch (error) {
      if (!(error instanceof TrackError || error instanceof AddressError)) throw error;
      say('error', error.message);
    }
  }
  return [...problems, ...unlike(read, headers)];
}

/** Periods between the first figure and the last that have none: a month that was left out, or cells that are merged. */
function gapIn({ placed: { figures } }: TrackedFigures): string | null {
  const filled = figures.map(({ value }) => value !== null);
  const within = figures.slice(filled.indexOf(true), filled.lastIndexOf(true));
  const blank = within.filter(({ value }) => value === null).map(({ period }) => period.label);
  if (blank.length === 0) return null;
  const more = blank.length === 1 ? ' has' : ` and ${blank.length - 1} more have`;
  return `${blank[0]}${more} no figure; of merged cells only the first holds one.`;
}

/** Ranges that cover other periods than the first one, and those whose periods are of another length. */
function unlike(read: Map<string, TrackedFigures>, headers: Map<string, string>): MappingProblem[] {
  const [first, ...others] = [...read];
  if (!first) return [];
  const span = ({ placed }: TrackedFigures) => {
    const { figures } = placed;
    return { count: figures.length, from: figures[0]!.period.label, to: figures[figures.length - 1]!.period.label };
  };
  const one = span(first[1]);
  return others.flatMap(([id, figures]): MappingProblem[] => {
    const other = span(figures);
    if (other.count === one.count && other.from === one.from && other.to === one.to) return [];
    const message =
      `${headers.get(id)}: ${other.count} periods, ${other.from} to ${other.to}, where ${headers.get(first[0])} has ` +
      `${one.count}, ${one.from} to ${one.to}; what is missing stays blank.`;
    return [{ input: id, severity: 'note', message }];
  });
}
