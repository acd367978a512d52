import {
  type ICommandInfo,
  type Injector,
  type IRange,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowCommand,
  MoveColsCommand,
  MoveRangeCommand,
  MoveRowsCommand,
  RemoveColCommand,
  RemoveRowCommand,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { sameSheet } from '../../../cells/address';
import type { Move } from '../../../cells/references';
import { type Custom, customChange } from '../edits/setCustom';
import { chartAfter, chartsOf, withCharts } from './charts';
import { linesAfter, openedLinesOf, withLines } from './openedLines';

/** What Univer's commands do to rows and columns. */
const MOVES: Record<string, Pick<Move, 'axis'> & { sign: 1 | -1 }> = {
  [InsertRowCommand.id]: { axis: 'row', sign: 1 },
  [RemoveRowCommand.id]: { axis: 'row', sign: -1 },
  [InsertColCommand.id]: { axis: 'column', sign: 1 },
  [RemoveColCommand.id]: { axis: 'column', sign: -1 },
};

/** Commands that take cells from one place to another; in a file, what speaks of them would have to follow. */
const CELLS_MOVE = new Set([
  MoveRangeCommand.id,
  MoveRowsCommand.id,
  MoveColsCommand.id,
  InsertRangeMoveDownCommand.id,
  InsertRangeMoveRightCommand.id,
  DeleteRangeMoveLeftCommand.id,
  DeleteRangeMoveUpCommand.id,
]);

/**
 * Has what sheets keep follow rows and columns that somebody puts in or takes out, and come back when that is undone: charts,
 * and where rows and columns were in the opened file.
 */
export function keptFollows(services: Injector): void {
  services.get(SheetInterceptorService).interceptCommand({
    getMutations: command => {
      const book = services.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
      const after = book && followed(book, command);
      const changes = !after
        ? []
        : book.getSheets().flatMap(sheet => {
            const { custom } = sheet.getConfig();
            const kept = after(sheet);
            if (JSON.stringify(kept) === JSON.stringify(custom)) return [];
            const change = (to: typeof custom) => customChange(services, book.getUnitId(), sheet.getSheetId(), to);
            return [{ redo: change(kept), undo: change(custom) }];
          });
      return { redos: changes.map(({ redo }) => redo), undos: changes.map(({ undo }) => undo) };
    },
  });
}

/** What a sheet keeps after a command; undefined for one that it need not follow. */
function followed(book: Workbook, command: ICommandInfo): ((sheet: Worksheet) => Custom) | undefined {
  const move = moveOf(book, command);
  if (move) {
    return sheet => {
      const { custom } = sheet.getConfig();
      const charts = chartsOf({ custom }).flatMap(chart => chartAfter(chart, sheet.getName(), move) ?? []);
      const lines = openedLinesOf({ custom });
      const kept = withCharts(charts, custom);
      return lines && sameSheet(sheet.getName(), move.sheet) ? withLines(linesAfter(lines, move), kept) : kept;
    };
  }
  if (!CELLS_MOVE.has(command.id)) return undefined;
  const active = book.getActiveSheet();
  return sheet => {
    const { custom } = sheet.getConfig();
    const lines = openedLinesOf({ custom });
    return lines && sheet === active ? withLines({ ...lines, cellsMoved: true }, custom) : custom;
  };
}

function moveOf(book: Workbook, { id, params }: ICommandInfo): Move | undefined {
  const kind = MOVES[id];
  const { range, subUnitId } = (params ?? {}) as { range?: IRange; subUnitId?: string };
  // Univer does not say on which sheet rows go: it is the one in front.
  const sheet = subUnitId ? book.getSheetBySheetId(subUnitId) : book.getActiveSheet();
  if (!kind || !range || !sheet) return undefined;
  const [at, last] = kind.axis === 'row' ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
  return { sheet: sheet.getName(), axis: kind.axis, at, count: kind.sign * (last - at + 1) };
}
