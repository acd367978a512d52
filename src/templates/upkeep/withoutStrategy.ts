import { type Cell, isBlank } from '../../cells/value';
import type { Edit } from '../../workbook/edit';
import { readTables } from '../../workbook/register/readTracked';
import { headersOf, STRATEGY } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';
import type { Template } from '../template';
import { cleared } from './withoutRows';

/** Goals and business functions as the template has them, where no KPI that stays and no other template names them. */
export function withoutStrategy(
  snapshot: Snapshot,
  { strategy }: Template,
  others: Template[],
  going: string[],
): Edit[] {
  const view = viewSheet(snapshot, STRATEGY.name);
  if (!view) return [];
  const { rows } = readTables(snapshot);
  const used = (kind: 'goal' | 'function', name: string) =>
    rows.some(row => sameName(row[kind], name) && !going.includes(row.name)) ||
    others.some(other =>
      other.strategy[kind === 'goal' ? 'goals' : 'functions'].some(each => sameName(each.name, name)),
    );
  const clear = (which: number, header: string, isOwn: (at: (header: string) => Cell) => boolean): Edit[] => {
    const table = findTable(view, headersOf(STRATEGY, which), []);
    if (!table) return [];
    const at = (row: number) => (name: string) => {
      const column = table.columns.get(name);
      return column === undefined ? null : view.cell(row, column);
    };
    return table.rows
      .filter(row => !isBlank(at(row)(header)) && isOwn(at(row)))
      .flatMap(row => [...table.columns.values()].flatMap(column => cleared(view, row, column)));
  };
  return [
    ...clear(0, 'Goal', at => {
      const goal = strategy.goals.find(({ name }) => sameName(name, at('Goal')));
      return goal !== undefined && at('Why it matters') === goal.why && !used('goal', goal.name);
    }),
    ...clear(1, 'Business function', at => {
      const own = strategy.functions.find(({ name }) => sameName(name, at('Business function')));
      return own !== undefined && (at('Function weight') ?? 1) === (own.weight ?? 1) && !used('function', own.name);
    }),
  ];
}
