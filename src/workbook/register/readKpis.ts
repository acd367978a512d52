import type { Cell } from '../../cells/value';
import type { Kpi, Problem } from '../register';
import { headersOf, KPIS, laterHeadersOf } from '../sheets/compassSheets';
import { BETTER, COMBINE, GAPS, MEASURES } from '../sheets/measures';
import { didYouMean, sameName } from '../sheets/names';
import { type RowReader, rowReader } from '../sheets/rowReader';
import { viewSheet } from '../sheets/sheetView';
import { findTable } from '../sheets/tables';
import type { Snapshot } from '../snapshot';
import { isOnSheets, parseSource } from '../sources/source';
import type { Strategy } from './readStrategy';

/** A KPI as its row says, its figures not read yet. */
export type KpiRow = Omit<Kpi, 'values' | 'cells' | 'format' | 'unreadText' | 'gone'> & {
  /** What *Unread* counts and the columns beside it say; null where everything is read. */
  counted: { unread: number; first: string; from: Cell; until: Cell } | null;
};

/**
 * Reads `Compass KPIs`, a KPI a row.
 *
 * @param snapshot  the workbook
 * @param strategy  the goals and functions that a KPI can name
 * @param problems  takes what is wrong; a row that cannot be judged as it is will be left out, which is said
 * @returns         the rows that can be judged, and the names of all
 */
export function readKpis(
  snapshot: Snapshot,
  strategy: Strategy,
  problems: Problem[],
): { rows: KpiRow[]; names: string[] } {
  const view = viewSheet(snapshot, KPIS.name);
  if (!view || view.rows === 0) return { rows: [], names: [] };
  const table = findTable(view, headersOf(KPIS), problems, laterHeadersOf(KPIS));
  if (!table?.columns.has('KPI')) return { rows: [], names: [] };
  if (!table.columns.has('Better')) problems.push(directionless(view.name));
  const readers = table.rows.map(row => rowReader(table, row, snapshot.locale, problems));
  const names = readers.map(reader => reader.text('KPI'));
  const rows = readers.flatMap((reader, index) => {
    const name = names[index]!;
    if (name === '') reader.wrong('KPI', 'this row has no KPI name; left out.');
    else if (names.slice(0, index).some(other => sameName(other, name))) {
      reader.wrong('KPI', `the KPI '${name}' appears twice; the first one counts.`);
    } else if (table.columns.has('Better')) return readKpi(reader, name, names, strategy) ?? [];
    return [];
  });
  return { rows, names };
}

function readKpi(reader: RowReader, name: string, names: string[], strategy: Strategy): KpiRow | null {
  const better = readBetter(reader, name);
  if (better === null) return null;
  const kpi: KpiRow = {
    name,
    function: readFunction(reader, strategy),
    goal: readGoal(reader, strategy),
    measure: reader.word('Measure', MEASURES) ?? '',
    unit: reader.text('Unit'),
    better,
    target: reader.number('Target'),
    low: reader.number('Low'),
    high: reader.number('High'),
    floor: reader.number('Floor'),
    weight: reader.weight('Weight'),
    combine: reader.word('Combine', COMBINE) ?? 'sum',
    gaps: reader.word('Gaps', GAPS),
    counted: readCounted(reader),
    pausedSince: reader.date('Paused since'),
    ...(reader.text('Sample') !== '' && { sample: true }),
    outOf: reader.text('Out of'),
    worth: reader.number('Worth'),
    owner: reader.text('Owner'),
    experimentUntil: reader.date('Experiment until', 'end'),
    source: null,
    note: reader.text('Note'),
    place: reader.place('KPI'),
  };
  const { low, high, outOf } = kpi;
  if (better === 'in range' && (low === null || high === null || low >= high)) {
    reader.wrong('Better', `'${name}' is better in range; write its Low and its High, Low below High.`);
  }
  if (outOf !== '' && !names.some(other => sameName(other, outOf))) {
    reader.wrong('Out of', `no KPI is called '${outOf}'${didYouMean(outOf, names) || '.'}`);
  }
  return { ...kpi, source: readSource(reader) };
}

/** What the workbook itself counted: texts among the amounts and dates of a source. */
function readCounted(reader: RowReader): KpiRow['counted'] {
  const unread = reader.cell('Unread');
  if (typeof unread !== 'number' || unread <= 0) return null;
  const [from, until] = [reader.cell('Unread from'), reader.cell('Unread until')];
  return { unread, first: reader.text('First unread'), from, until };
}

function directionless(sheet: string): Problem {
  const message = `${sheet}: without a column 'Better' it is not known whether higher or lower is better; no KPI is judged until it is back.`;
  return { severity: 'error', message, place: { sheet } };
}

/** Higher where it is blank; null where it is another word or has no column, since a wrong direction would turn every verdict round. */
function readBetter(reader: RowReader, name: string): Kpi['better'] | null {
  const better = reader.word('Better', BETTER, `'${name}' is left out until then.`);
  return better ?? (reader.text('Better') === '' ? 'higher' : null);
}

function readFunction(reader: RowReader, { functions }: Strategy): string {
  const written = reader.text('Business function');
  const listed = functions.find(({ name }) => sameName(name, written));
  if (written !== '' && !listed && functions.length > 0) {
    const names = functions.map(({ name }) => name);
    const what = `Compass Strategy has no business function '${written}'${didYouMean(written, names) || '; it weighs 1.'}`;
    reader.wrong('Business function', what, 'note');
  }
  return listed?.name ?? written;
}

function readGoal(reader: RowReader, { goals }: Strategy): string {
  const written = reader.text('Goal');
  const found = goals.find(({ name }) => sameName(name, written));
  if (written !== '' && !found) {
    reader.wrong(
      'Goal',
      `Compass Strategy has no goal '${written}'${
        didYouMean(
          written,
          goals.map(({ name }) => name),
        ) || '.'
      }`,
    );
  }
  return found?.name ?? '';
}

function readSource(reader: RowReader): Kpi['source'] {
  const text = reader.text('Source');
  if (text === '' || isOnSheets(text)) return null;
  const source = parseSource(text);
  if (!source) reader.wrong('Source', `'${text}' can’t be read; write it like Weekly!B4:B26 by Weekly!A4:A26.`);
  return source;
}
