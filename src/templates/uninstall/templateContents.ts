import { type Cell, isBlank } from '../../cells/value';
import type { Content } from '../../workbook/edit';
import { readTables } from '../../workbook/register/readTracked';
import { plainName } from '../../workbook/sheets/names';
import type { SheetView } from '../../workbook/sheets/sheetView';
import { emptySnapshot, type Snapshot } from '../../workbook/snapshot';
import { planInstall } from '../install/planInstall';
import type { Template } from '../template';

/** What an installation can write on one sheet, formulas left out. */
export interface SheetContents {
  /** The texts that every installation writes. */
  texts: Set<string>;
  /** All figures and texts, those of the sample included. */
  all: Set<Content>;
}

/** What an installation writes on a template's sheet, by the sheet's name in the template. */
export type ContentsOf = (template: Template, sheet: string) => SheetContents;

/**
 * Looks up what installations write, in a workbook's own cadence and currency.
 *
 * @param snapshot  the workbook
 * @returns         a lookup that plans each template's installation once, when it is first asked for
 */
export function installedContents(snapshot: Snapshot): ContentsOf {
  const { strategy, data } = readTables(snapshot);
  const options = {
    ...(data && { cadence: data.calendar.cadence }),
    ...(strategy.currency !== '' && { currency: strategy.currency }),
  };
  const known = new Map<Template, Map<string, SheetContents>>();
  const planned = (template: Template) => {
    const sheets = new Map<string, SheetContents>();
    for (const mode of ['sample', 'empty'] as const) {
      const empty = emptySnapshot(snapshot.today, snapshot.locale);
      for (const edit of planInstall(template, empty, { ...options, mode }).edits) {
        if (edit.kind !== 'write') continue;
        const name = plainName(edit.sheet);
        const sheet = sheets.get(name) ?? { texts: new Set<string>(), all: new Set<Content>() };
        sheets.set(name, sheet);
        for (const content of edit.cells.flat()) {
          if (typeof content === 'object') continue;
          sheet.all.add(content);
          if (typeof content === 'string' && mode === 'empty') sheet.texts.add(content);
        }
      }
    }
    return sheets;
  };
  return (template, sheet) => {
    if (!known.has(template)) known.set(template, planned(template));
    return known.get(template)!.get(plainName(bareName(sheet))) ?? { texts: new Set(), all: new Set() };
  };
}

/** How much of a template's texts a sheet has: 0 to 1. */
export function shareOfTexts(view: SheetView, { texts }: SheetContents): number {
  const there = new Set(typedCells(view).map(({ cell }) => cell));
  return texts.size === 0 ? 0 : [...texts].filter(text => there.has(text)).length / texts.size;
}

/** The cells of a sheet that hold something which no formula returns. */
export function typedCells(view: SheetView): { row: number; column: number; cell: Cell }[] {
  const cells: { row: number; column: number; cell: Cell }[] = [];
  for (let row = 0; row < view.rows; row++) {
    for (let column = 0; column < view.columns; column++) {
      const cell = view.cell(row, column);
      if (!isBlank(cell) && view.formula(row, column) === null) cells.push({ row, column, cell });
    }
  }
  return cells;
}

/** A sheet's name without the number behind it that an installation adds if the name is in use: `Shop (2)`. */
export function bareName(name: string): string {
  return name.replace(/ \(\d+\)$/, '');
}
