import type { Range } from '../../cells/address';
import type { AddChart, CellFormat, Edit } from '../../workbook/edit';
import { FIGURES_HEADER_FORMAT, HEADER_FORMAT } from '../../workbook/sheets/compassSheets';
import { PERIOD_FORMAT } from '../../workbook/track/writeData';
import type {
  AcrossLine,
  Allowed,
  PeriodsBlock,
  TableBlock,
  Template,
  TemplateChart,
  TemplateColumn,
  TemplateSheet,
} from '../template';
import { ACROSS_WIDTHS, acrossLook, lineFormat } from './across';
import { withCurrency } from './currency';
import { columnAt, columnCells, homeOf, LIMIT_ROWS, type PlacedBlock, type PlacedSheet } from './placement';

const TITLE_FORMAT = { bold: true, size: 14 };
const NOTE_FORMAT = { italic: true, color: '#6b7280' };
const HEADING_FORMAT = { bold: true, size: 12, color: '#1f3a5f' };
const SAID_FORMAT = { bold: true, size: 12 };
const TOTAL_FORMAT = { bold: true, background: '#f3f4f6' };
const LIMIT_FORMAT = { color: '#6b7280' };
/** Cells that the owner types into. */
export const INPUT_FORMAT = { background: '#fff8e1' };
/** Colours of a chart's lines, told apart by people who see few colours too (Okabe & Ito). */
const COLORS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const CHART_ROWS = 15;
/** Widths of the columns of charts, in characters: room before them, they themselves, and room for their border. */
const CHART_WIDTHS = { before: 3, own: Array<number>(6).fill(9), after: 2 };

/** What is frozen must leave room to scroll. */
const MOST_FROZEN = 14;

/** What a sheet's look depends on besides the template. */
export interface Look {
  template: Template;
  currency: string;
  locale: string;
}

/** The edit that makes a sheet, with frozen headers and widths. */
export function newSheetEdit({ name, blocks, columns, sheet }: PlacedSheet): Edit {
  const scrolled = blocks.find(({ block }) => block.kind === 'periods');
  const isAcross = hasAcross(sheet);
  // Periods are all as wide as each other, whatever else is above them.
  const decide = (column: number) =>
    isAcross && column > 0 ? blocks.filter(({ block }) => block.kind === 'across') : blocks;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...decide(column).map(at => widthOf(at, column))),
  );
  return {
    kind: 'add sheet',
    sheet: name,
    ...(scrolled && scrolled.first <= MOST_FROZEN && { frozenRows: scrolled.first, frozenColumns: 1 }),
    widths:
      sheet.charts && !isAcross ? [...widths, CHART_WIDTHS.before, ...CHART_WIDTHS.own, CHART_WIDTHS.after] : widths,
  };
}

function widthOf({ block }: PlacedBlock, column: number): number {
  if (block.kind === 'labels') {
    const longest = Math.max(...block.labels.map(({ label }) => label.length));
    return [Math.min(34, Math.max(14, longest + 2)), 14, 12][column] ?? 8;
  }
  if (block.kind === 'strategy') return [30, 40, 18, 14, 14, 16][column] ?? 8;
  if (block.kind === 'text') return 8;
  if (block.kind === 'across') return column === 0 ? ACROSS_WIDTHS.label : ACROSS_WIDTHS.period;
  if (block.kind === 'periods' && column === 0) return 14;
  const own = block.columns[column - (block.kind === 'periods' ? 1 : 0)];
  return own ? (own.width ?? Math.max(10, Math.min(18, own.header.length + 2))) : 8;
}

/**
 * How the cells of a sheet look, what may be typed into them, and what is said beside them.
 *
 * @param all  the template's sheets: a block across shows cells of another
 */
export function sheetLook(look: Look, placed: PlacedSheet, all: PlacedSheet[]): Edit[] {
  const { name, sheet, rows, columns } = placed;
  const charts = chartEdits(look, placed, all);
  // The column behind a chart prints too: a border on the very edge would be cut.
  const right = Math.max(columns - 1, ...charts.map(chart => chart.column + chart.columns));
  const bottom = Math.max(rows, ...charts.map(chart => chart.row + chart.rows)) - 1;
  return [
    area(name, 0, 0, 1, 1, TITLE_FORMAT),
    area(name, 1, 0, 1, 1, NOTE_FORMAT),
    ...placed.blocks.flatMap(at => blockLook(look, placed, at, all)),
    ...charts,
    {
      kind: 'page',
      sheet: name,
      landscape: true,
      ...(sheet.onePage && { onePage: true }),
      area: { top: 0, left: 0, bottom, right },
    },
  ];
}

function area(sheet: string, row: number, column: number, rows: number, columns: number, format: CellFormat): Edit {
  return { kind: 'format', sheet, row, column, rows, columns, format };
}

function blockLook(look: Look, placed: PlacedSheet, at: PlacedBlock, all: PlacedSheet[]): Edit[] {
  const { name } = placed;
  const { block, heading, first, rows } = at;
  const head = heading === null ? [] : [area(name, heading, 0, 1, 1, HEADING_FORMAT)];
  if (block.kind === 'labels') {
    return [
      ...head,
      area(name, first, 2, rows, 1, NOTE_FORMAT),
      ...block.labels.flatMap(({ formula, format, allow }, index): Edit[] => [
        area(name, first + index, 1, 1, 1, { ...cellLook(look, format, formula === undefined), align: 'right' }),
        ...allowed(name, first + index, 1, 1, allow),
      ]),
    ];
  }
  if (block.kind === 'periods' || block.kind === 'table') return [...head, ...columnsLook(look, placed, at, block)];
  if (block.kind === 'across') {
    const formatOf = (line: AcrossLine) => {
      const format = lineFormat(all, line);
      return format === undefined ? undefined : withCurrency(format, look.currency, look.locale);
    };
    return [...head, ...acrossLook(placed, at, block, formatOf)];
  }
  if (block.kind === 'text' && block.says !== undefined) return [...head, area(name, first, 0, 1, 1, SAID_FORMAT)];
  return head;
}

function hasAcross({ blocks }: TemplateSheet): boolean {
  return blocks.some(({ kind }) => kind === 'across');
}

function columnsLook(look: Look, placed: PlacedSheet, at: PlacedBlock, block: PeriodsBlock | TableBlock): Edit[] {
  const { name } = placed;
  const { header, first, rows, total, limits, grid } = at;
  const wide = block.columns.length + (grid ? 1 : 0);
  return [
    area(name, header!, 0, 1, wide, HEADER_FORMAT),
    ...(grid ? [area(name, first, 0, rows, 1, { number: PERIOD_FORMAT[grid.cadence], align: 'left' })] : []),
    ...(limits === null ? [] : [area(name, limits, 0, LIMIT_ROWS.length, 1, NOTE_FORMAT)]),
    ...(total === null ? [] : [area(name, total, 0, 1, wide, TOTAL_FORMAT)]),
    ...block.columns.flatMap(column => columnLook(look, placed, at, column, columnAt(block, column.id))),
  ];
}

/** How one column looks, what may be typed into it, and what is said of it. */
export function columnLook(
  look: Look,
  { name }: PlacedSheet,
  { header, first, rows, total, grid, limits }: PlacedBlock,
  column: TemplateColumn,
  index: number,
): Edit[] {
  const format = column.day ? 'yyyy-mm-dd' : column.format;
  const isInput = column.sample !== undefined;
  const kpi = look.template.kpis.find(each => each.column === column.id);
  const words = column.allow?.list !== undefined || column.sample?.some(cell => typeof cell === 'string');
  const note = [column.note, kpi?.note && `${kpi.name}: ${kpi.note}`, kpi?.usual && `Usual: ${kpi.usual}.`]
    .filter(Boolean)
    .join('\n');
  const cells = cellLook(look, format, isInput);
  const formulas = column.formula !== undefined || column.formulas !== undefined;
  // A figure of a period is a number, whatever else the template says of it.
  const typed = column.allow ?? (isInput && grid ? { number: {} } : column.day ? { date: true } : undefined);
  return [
    ...(words ? [] : [area(name, header!, index, 1, 1, FIGURES_HEADER_FORMAT)]),
    ...(Object.keys(cells).length > 0 ? [area(name, first, index, rows, 1, cells)] : []),
    ...(kpi && limits !== null
      ? [
          area(name, limits, index, LIMIT_ROWS.length, 1, {
            number: cells.number ?? 'General',
            ...LIMIT_FORMAT,
            align: 'right',
          }),
        ]
      : []),
    ...(total !== null && cells.number ? [area(name, total, index, 1, 1, { number: cells.number })] : []),
    ...(isInput ? allowed(name, first, index, rows, typed) : []),
    ...(note ? [{ kind: 'note' as const, sheet: name, row: header!, column: index, text: note }] : []),
    ...(formulas
      ? [{ kind: 'protect' as const, sheet: name, row: first, column: index, rows, columns: 1, message: PROTECTED }]
      : []),
  ];
}

const PROTECTED = 'This cell is calculated from the others. Typing over it replaces the calculation for this row.';

function cellLook({ currency, locale }: Look, format: string | undefined, isInput: boolean): CellFormat {
  const number = format === undefined ? undefined : withCurrency(format, currency, locale);
  return { ...(number !== undefined && { number }), ...(isInput && INPUT_FORMAT) };
}

function allowed(sheet: string, row: number, column: number, rows: number, allow: Allowed | undefined): Edit[] {
  if (!allow) return [];
  const place = { kind: 'validation' as const, sheet, row, column, rows, columns: 1 };
  if (allow.list)
    return [{ ...place, allow: { list: allow.list }, message: `Choose one of: ${allow.list.join(', ')}.` }];
  if (allow.date) return [{ ...place, allow: { date: true }, message: 'Type a date.' }];
  const { from, to } = allow.number ?? {};
  const message =
    from !== undefined && to !== undefined
      ? `Type a number from ${from} to ${to}.`
      : from !== undefined
        ? `Type a number from ${from} on.`
        : to !== undefined
          ? `Type a number up to ${to}.`
          : 'Type a number.';
  return [{ ...place, allow: { number: allow.number ?? {} }, message }];
}

/** A sheet's charts, one below the other to the right of its cells; below periods across, beside each other. */
function chartEdits(look: Look, placed: PlacedSheet, all: PlacedSheet[]): AddChart[] {
  const charts = placed.sheet.charts ?? [];
  const left = placed.columns + 1;
  const wide = Math.floor((placed.columns - 1) / Math.max(1, charts.length));
  return charts.map((chart, index) => ({
    kind: 'chart',
    sheet: placed.name,
    ...(hasAcross(placed.sheet)
      ? { row: placed.rows + 1, column: index * wide, rows: CHART_ROWS, columns: wide }
      : { row: 3 + index * (CHART_ROWS + 1), column: left, rows: CHART_ROWS, columns: CHART_WIDTHS.own.length }),
    ...drawn(look, all, chart),
  }));
}

function drawn(look: Look, all: PlacedSheet[], { type, title, columns, by, format }: TemplateChart) {
  const { at } = homeOf(all, columns[0]!);
  const block = at.block as PeriodsBlock | TableBlock;
  const axis = by === undefined ? 0 : columnAt(block, by);
  const values = columns.map(id => columnCells(all, id));
  const code = format ?? block.columns.find(({ id }) => id === columns[0])?.format;
  const categories: Range = { ...values[0]!, left: axis, right: axis };
  const fine = at.grid?.cadence === 'day' || at.grid?.cadence === 'week';
  return {
    type,
    title,
    categories,
    ...(at.grid && { dates: fine ? 'd mmm' : 'mmm yy' }),
    // The length of a bar is its figure.
    ...(type !== 'line' && { from: 0 }),
    series: columns.map((id, index) => ({
      name: block.columns.find(column => column.id === id)!.header,
      values: values[index]!,
      color: COLORS[index % COLORS.length]!,
    })),
    ...(code !== undefined && { format: withCurrency(code, look.currency, look.locale) }),
  };
}

/** The courses that a table draws in its cells. */
export function sparklineEdits(all: PlacedSheet[], placed: PlacedSheet): Edit[] {
  return placed.blocks.flatMap(({ block, first }) =>
    block.kind !== 'table'
      ? []
      : block.columns.flatMap(({ sparklines = [] }, column) =>
          sparklines.map(
            (id, row): Edit => ({
              kind: 'sparkline',
              sheet: placed.name,
              row: first + row,
              column,
              values: columnCells(all, id),
              color: COLORS[0]!,
            }),
          ),
        ),
  );
}
