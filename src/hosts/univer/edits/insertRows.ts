import type { IRange } from '@univerjs/core';
import { InsertRowByRangeCommand } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import {
  ConditionalFormattingRuleModel,
  DeleteCfCommand,
  type IConditionFormattingRule,
  SetCfCommand,
} from '@univerjs/sheets-conditional-formatting';
import { afterMove, type Move, movedSpan } from '../../../cells/references';
import type { InsertRows } from '../../../workbook/edit';

/** Univer's number for "before" when rows are inserted. */
const UP = 0;

/**
 * Puts blank rows into a sheet. A look whose cells they part stays one look, over the new rows as well: the grid would make
 * two of it, the lower one with a formula that speaks of cells further down than its own.
 *
 * @param sheet  the sheet
 * @param edit   where, and how many
 * @param run    executes a command on the workbook
 */
export function insertRows(sheet: FWorksheet, edit: InsertRows, run: (command: string, params: object) => void): void {
  const subUnitId = sheet.getSheetId();
  const unitId = sheet.getWorkbook().getUnitId();
  const model = sheet.getInject().get(ConditionalFormattingRuleModel);
  const looks = () => model.getSubunitRules(unitId, subUnitId) ?? [];
  const before = structuredClone(looks());
  const range = {
    startRow: edit.row,
    endRow: edit.row + edit.count - 1,
    startColumn: 0,
    endColumn: sheet.getMaxColumns() - 1,
  };
  run(InsertRowByRangeCommand.id, { subUnitId, range, direction: UP });
  const known = new Set(before.map(({ cfId }) => cfId));
  for (const { cfId } of looks().filter(look => !known.has(look.cfId))) run(DeleteCfCommand.id, { subUnitId, cfId });
  const move: Move = { sheet: edit.sheet, axis: 'row', at: edit.row, count: edit.count };
  for (const look of before.filter(({ ranges }) => ranges.some(cells => parts(edit, cells)))) {
    run(SetCfCommand.id, { subUnitId, cfId: look.cfId, rule: grown(look, move) });
  }
}

function parts({ row }: InsertRows, { startRow, endRow }: IRange): boolean {
  return startRow < row && row <= endRow;
}

function grown(look: IConditionFormattingRule, move: Move): IConditionFormattingRule {
  const ranges = look.ranges.map(cells => {
    const [startRow, endRow] = movedSpan(cells.startRow, cells.endRow, move)!;
    return { ...cells, startRow, endRow };
  });
  const { value } = look.rule as { value?: unknown };
  const isFormula = typeof value === 'string' && value.startsWith('=');
  const rule = isFormula ? { ...look.rule, value: afterMove(value, move.sheet, move) } : look.rule;
  return { ...look, ranges, rule } as IConditionFormattingRule;
}
