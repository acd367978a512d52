import {
  type ICommandInfo,
  type Injector,
  type IRange,
  IUniverInstanceService,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import {
  InsertColCommand,
  InsertRowCommand,
  RemoveColCommand,
  RemoveRowCommand,
  SheetInterceptorService,
} from '@univerjs/sheets';
import type { Move } from '../../../cells/references';
import { customChange } from '../edits/setCustom';
import { chartAfter, chartsOf, withCharts } from './charts';

/** What Univer's commands do to rows and columns. */
const MOVES: Record<string, Pick<Move, 'axis'> & { sign: 1 | -1 }> = {
  [InsertRowCommand.id]: { axis: 'row', sign: 1 },
  [RemoveRowCommand.id]: { axis: 'row', sign: -1 },
  [InsertColCommand.id]: { axis: 'column', sign: 1 },
  [RemoveColCommand.id]: { axis: 'column', sign: -1 },
};

/** Has charts follow rows and columns that somebody puts in or takes out, and come back when that is undone. */
export function chartsFollow(services: Injector): void {
  services.get(SheetInterceptorService).interceptCommand({
    getMutations: command => {
      const book = services.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
      const move = book && moveOf(book, command);
      const changes = !move
        ? []
        : book.getSheets().flatMap(sheet => {
            const { custom } = sheet.getConfig();
            const charts = chartsOf({ custom });
            const after = charts.flatMap(chart => chartAfter(chart, sheet.getName(), move) ?? []);
            if (JSON.stringify(after) === JSON.stringify(charts)) return [];
            const change = (to: typeof custom) => customChange(services, book.getUnitId(), sheet.getSheetId(), to);
            return [{ redo: change(withCharts(after, custom)), undo: change(custom) }];
          });
      return { redos: changes.map(({ redo }) => redo), undos: changes.map(({ undo }) => undo) };
    },
  });
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
