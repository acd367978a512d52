import { periodOf } from '../../cells/period';
import { isBlank } from '../../cells/value';
import { readTables } from '../../workbook/register/readTracked';
import { sameName } from '../../workbook/sheets/names';
import { type SheetView, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { LIMIT_ROWS, type PlacedBlock, type PlacedSheet } from '../install/placement';
import type { Installed } from '../installed/installed';
import type { PeriodsBlock, TableBlock, Template, TemplateBlock, TemplateColumn, TemplateSheet } from '../template';
import { type FoundColumn, findColumns } from './changes';

/** A template's sheet as it is in a workbook, its columns where they are found and new ones to the right of these. */
export interface Arranged {
  placed: PlacedSheet;
  /** The ids of columns that the sheet does not have yet. */
  fresh: string[];
  /** By how many columns the sheet grows. */
  wider: number;
  /** Headers that the template does not have. */
  unknown: string[];
}

/**
 * Finds a template's sheets in a workbook as they were left by whoever worked in them.
 *
 * @param snapshot  with the sheets whole
 */
export function arrangeSheets(snapshot: Snapshot, template: Template, { sheets }: Installed): Arranged[] {
  return template.sheets.flatMap(sheet => {
    const own = sheets.find(({ name }) => sameName(name.replace(/ \(\d+\)$/, ''), sheet.name));
    const view = own && viewSheet(snapshot, own.name);
    return view ? [arrange(snapshot, template, sheet, view)] : [];
  });
}

function arrange(snapshot: Snapshot, template: Template, sheet: TemplateSheet, view: SheetView): Arranged {
  const found = findColumns(view, template, sheet.name);
  const fresh: string[] = [];
  const unknown: string[] = [];
  const blocks = sheet.blocks.flatMap((block): PlacedBlock[] => {
    if (block.kind === 'labels') return labelsAt(view, block);
    if (block.kind !== 'periods' && block.kind !== 'table') return [];
    const own = found.filter(({ column }) => block.columns.includes(column));
    return own.length > 0 ? [tableAt(snapshot, view, block, own, fresh, unknown)] : [];
  });
  const columns = Math.max(view.columns, ...blocks.map(({ block }) => ('columns' in block ? block.columns.length : 0)));
  const wide = Math.max(
    view.columns,
    ...blocks.map(({ block }) => ('columns' in block ? block.columns.length + (block.kind === 'periods' ? 1 : 0) : 3)),
  );
  return {
    placed: { sheet, name: view.name, blocks, rows: view.rows, columns: Math.max(columns, wide) },
    fresh,
    wider: Math.max(0, wide - view.columns),
    unknown,
  };
}

function labelsAt(view: SheetView, block: Extract<TemplateBlock, { kind: 'labels' }>): PlacedBlock[] {
  for (let row = 0; row < view.rows; row++) {
    if (!sameName(view.cell(row, 0), block.labels[0]!.label)) continue;
    return [
      {
        block,
        heading: null,
        limits: null,
        header: null,
        first: row,
        rows: block.labels.length,
        total: null,
        grid: null,
      },
    ];
  }
  return [];
}

function tableAt(
  snapshot: Snapshot,
  view: SheetView,
  block: PeriodsBlock | TableBlock,
  own: FoundColumn[],
  fresh: string[],
  unknown: string[],
): PlacedBlock {
  const { header, first, end } = own[0]!;
  const start = block.kind === 'periods' ? 1 : 0;
  const columns: TemplateColumn[] = [];
  let last = view.columns - 1;
  while (last > start && isBlank(view.cell(header, last))) last--;
  for (let at = start; at <= last; at++) {
    const column = own.find(each => each.at === at)?.column;
    const text = String(view.cell(header, at) ?? '');
    if (!column && text !== '') unknown.push(text);
    columns.push(column ?? { id: `at ${at}`, header: text });
  }
  for (const column of block.columns) {
    if (own.some(each => each.column === column)) continue;
    fresh.push(column.id);
    columns.push(column);
  }
  const { data } = readTables(snapshot);
  const calendar = data && {
    ...data.calendar,
    ...(block.kind === 'periods' && block.own && { cadence: block.own.cadence }),
  };
  const periods = Array.from({ length: end - first }, (_, row) => view.cell(first + row, 0)).flatMap(cell =>
    calendar && typeof cell === 'number' ? [periodOf(cell, calendar)] : [],
  );
  const limits = header - LIMIT_ROWS.length;
  return {
    block: { ...block, columns } as PeriodsBlock | TableBlock,
    heading: null,
    limits: block.kind === 'periods' && limits >= 0 && sameName(view.cell(limits, 0), LIMIT_ROWS[0]) ? limits : null,
    header,
    first,
    rows: end - first,
    total: block.kind === 'table' && block.total !== undefined ? end : null,
    grid: block.kind === 'periods' && calendar ? { periods, cadence: calendar.cadence } : null,
  };
}
