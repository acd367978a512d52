import {
  type ICellData,
  type ICommandInfo,
  ICommandService,
  type Injector,
  InterceptorEffectEnum,
  isDefaultFormat,
  type Nullable,
  numfmt,
} from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  INumfmtService,
  type ISetRangeValuesMutationParams,
  type ISheetLocation,
  SetRangeValuesMutation,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { cellType } from '../../univer/reading/cells';
import { type Conventions, conventionsOf } from './conventions';
import { readLocalFormulas } from './formulaEditor';
import { formulaFromHere, formulaHere, readHere, readIn } from './reading';

/** Before Univer's own: at 10 a number format is applied, at 0 what was typed is made a number. */
const FIRST = 100;

/** The locale in which a grid is read and written. */
export interface GridLocale {
  /** Reads and shows everything in another locale from now on. */
  use(tag: string): void;
}

/**
 * Shows figures and formulas of the grid in a locale, and reads what is typed and pasted in it. Formulas in cells stay as the
 * engine and files spell them; only the editor shows them as people of the locale write them.
 *
 * @param services  of the spreadsheet, once a workbook is open
 * @param tag       BCP 47 tag
 */
export function localeInGrid(services: Injector, tag: string): GridLocale {
  let conventions: Conventions = conventionsOf(tag);
  const use = (next: string) => {
    conventions = conventionsOf(next);
    readIn(next);
  };
  use(tag);
  const interceptors = services.get(SheetInterceptorService);
  const formats = services.get(INumfmtService);
  readLocalFormulas(services.get(LexerTreeBuilder));

  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: FIRST,
    handler: (cell, location, next) => {
      const isFigure = typeof cell?.v === 'number' && cell.t !== cellType.boolean;
      if (conventions.decimal === '.' || !isFigure) return next(cell);
      const { unitId, subUnitId, row, col } = location;
      const isGeneral = isDefaultFormat(formats.getValue(unitId, subUnitId, row, col)?.pattern);
      return next(isGeneral ? { ...cell, v: inFigures(Number(cell.v), conventions), t: cellType.number } : cell);
    },
  });
  // Around all of Univer's own, one of which keeps a formula from those behind it.
  const writing = interceptors.writeCellInterceptor;
  const compose = writing.fetchThroughInterceptors.bind(writing);
  writing.fetchThroughInterceptors = ((name, filter) => {
    const made = compose(name, filter);
    if ((name as unknown) !== BEFORE_CELL_EDIT) return made;
    return (cell: Nullable<ICellData>, location: ISheetLocation) =>
      inEditor(made(cell as never, location as never) as Nullable<ICellData>, location);
  }) as typeof compose;
  const inEditor = (shown: Nullable<ICellData>, { worksheet, unitId, subUnitId, row, col }: ISheetLocation) => {
    if (!shown) return shown;
    if (shown.f) return { ...shown, f: formulaHere(shown.f) };
    const { v, t } = worksheet.getCellRaw(row, col) ?? {};
    if (typeof v !== 'number' || t === cellType.boolean) return shown;
    return { ...shown, v: forEditing(v, formats.getValue(unitId, subUnitId, row, col)?.pattern, conventions) };
  };
  interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (value, _, next) => next(value?.f ? { ...value, f: formulaFromHere(value.f) } : value),
  });
  services.get(ICommandService).beforeCommandExecuted((command: Readonly<ICommandInfo>, options) => {
    if (command.id === SetRangeValuesMutation.id && !options?.fromFormula) {
      settleTexts((command.params as ISetRangeValuesMutationParams).cellValue);
    }
  });
  return { use };
}

/** A number as it is edited: a date in digits, a share in percent, a figure with all of its decimals and no grouping. */
function forEditing(value: number, pattern: string | undefined, conventions: Conventions): string {
  const { isDate, isPercent, type } = numfmt.getFormatInfo(pattern ?? 'General');
  if (isPercent) return `${inFigures(value * 100, conventions)}%`;
  if (!isDate && type !== 'time') return inFigures(value, conventions);
  const time = value % 1 === 0 ? '' : Math.round(value * 86_400) % 60 === 0 ? 'hh:mm' : 'hh:mm:ss';
  const format = [...(value >= 1 || time === '' ? [conventions.date] : []), ...(time ? [time] : [])].join(' ');
  return numfmt.format(format, value);
}

function inFigures(value: number, { decimal }: Conventions): string {
  return String(Number(value.toPrecision(15))).replace('.', decimal);
}

/**
 * Univer takes a text that JavaScript reads as a number for one when it comes into a cell without a type. In a locale with a
 * decimal comma 1.5 is none, and 0,05 is.
 */
function settleTexts(cells: ISetRangeValuesMutationParams['cellValue']): void {
  for (const row of Object.values(cells ?? {})) {
    for (const cell of Object.values(row as Record<number, Nullable<ICellData>>)) {
      if (typeof cell?.v !== 'string' || cell.v === '' || cell.f || cell.p || !isUntyped(cell)) continue;
      const figure = readHere(cell.v);
      if (figure) Object.assign(cell, { v: figure.v, t: cellType.number });
      else if (figure === null && !Number.isNaN(Number(cell.v))) cell.t = cellType.markedText;
    }
  }
}

const isUntyped = ({ t }: ICellData) => t === undefined || t === null;
