import type { Better } from '../../alignment';
import { cellAt, columnName, printRange } from '../../cells/address';
import { parseFormula } from '../../cells/parseFormula';
import type { ConditionalFormat, Content, Edit } from '../../workbook/edit';
import type { CompassPlaces } from '../dashboard/compassPlaces';
import { DASHBOARD_COLUMNS } from '../dashboard/dashboard';
import { VERDICT_FORMATS } from '../dashboard/verdictLook';
import type { Template } from '../template';
import { columnAt, LIMIT_ROWS, type PlacedSheet } from './placement';

/**
 * Above a template's KPIs their target, their natural process limits and their verdict, as the dashboard has them. Where the
 * verdict is worse or better, the figures beyond the limits that speak for it take its look. Nothing else is coloured,
 * however far from the period before.
 *
 * @param names     each KPI's name in the workbook, by the id of its column
 * @param hasPage   whether the workbook's dashboard is the product's own; without it the limits stay blank
 */
export function limitEdits(
  template: Template,
  placed: PlacedSheet,
  places: CompassPlaces,
  names: Map<string, string>,
  hasPage: boolean,
): Edit[] {
  const sheet = placed.name;
  return placed.blocks.flatMap(({ block, limits, first, rows }): Edit[] => {
    if (limits === null || block.kind !== 'periods') return [];
    const verdict = limits + LIMIT_ROWS.indexOf('Change');
    const head: Edit = { kind: 'write', sheet, row: limits, column: 0, cells: LIMIT_ROWS.map(label => [label]) };
    const columns = template.kpis.flatMap(({ column: id, better, name }): Edit[] => {
      const isBand = better === 'in range';
      const own = block.columns.find(each => each.id === id);
      if (!own) return [];
      const column = columnAt(block, id);
      const kpi = (names.get(id) ?? name).replace(/"/g, '""');
      const said = (header: string) =>
        `INDEX(${places.kpis.column(header)},MATCH("${kpi}",${places.kpis.column('KPI')},0))`;
      const target = `IF(ISNUMBER(${said('Target')}),${said('Target')},"")`;
      // Two figures in one cell are a text, which has no number format of its own.
      const percent = own.format?.includes('%');
      const end = (header: string) => `ROUND(${percent ? '100*' : ''}${said(header)},2)${percent ? '&"%"' : ''}`;
      const band = `IF(COUNT(${said('Low')},${said('High')})<2,"",${end('Low')}&" – "&${end('High')})`;
      const found = (cells: string) => `IFERROR(INDEX(${cells},MATCH("${kpi}",${DASHBOARD_COLUMNS.name},0)),"")`;
      const shown = (text: string): Content => (hasPage ? { formula: parseFormula(text) } : null);
      const change = found(DASHBOARD_COLUMNS.change);
      const write: Content[][] = [
        [{ formula: parseFormula(`IFERROR(${isBand ? band : target},"")`) }],
        [shown(found(DASHBOARD_COLUMNS.from))],
        [shown(found(DASHBOARD_COLUMNS.to))],
        [
          shown(
            VERDICTS.reduceRight(
              (otherwise, word) => `IF(LEFT(${change},${word.length})="${word}","${word}",${otherwise})`,
              '""',
            ),
          ),
        ],
      ];
      const cell = printRange(cellAt(first, column));
      const at = (row: string) => `${columnName(column)}$${limits + LIMIT_ROWS.indexOf(row) + 1}`;
      const beyond = (sign: '<' | '>', word: keyof typeof VERDICT_FORMATS): Edit => {
        const edge = at(sign === '<' ? 'Usual from' : 'Usual to');
        const when = `AND(${at('Change')}="${word}",ISNUMBER(${cell}),${cell}${sign}${edge})`;
        return coloured(sheet, first, column, rows, 1, when, VERDICT_FORMATS[word]);
      };
      return [
        { kind: 'write', sheet, row: limits, column, cells: write },
        ...SPEAKING[better].map(([sign, word]) => beyond(sign, word)),
        ...WORDS.map(word =>
          coloured(sheet, verdict, column, 1, 1, `${at('Change')}="${word}"`, VERDICT_FORMATS[word]),
        ),
      ];
    });
    return [head, ...columns];
  });
}

const WORDS = ['worse', 'better'] as const;
/** How the dashboard's verdict begins: it may go on with since when. */
const VERDICTS = ['steady', ...WORDS];

/** Which figures speak for a verdict: those below or those above the limits. */
const SPEAKING: Record<Better, ['<' | '>', keyof typeof VERDICT_FORMATS][]> = {
  higher: [
    ['<', 'worse'],
    ['>', 'better'],
  ],
  lower: [
    ['>', 'worse'],
    ['<', 'better'],
  ],
  'in range': [
    ['<', 'worse'],
    ['>', 'worse'],
    ['<', 'better'],
    ['>', 'better'],
  ],
};

function coloured(
  sheet: string,
  row: number,
  column: number,
  rows: number,
  columns: number,
  when: string,
  format: ConditionalFormat['format'],
): Edit {
  return { kind: 'conditional format', sheet, row, column, rows, columns, when: parseFormula(when), format };
}
