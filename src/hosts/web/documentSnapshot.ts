import type { IWorksheetData } from '@univerjs/core';
import type { DefinedName, Snapshot } from '../../workbook/snapshot';
import { isVolatile } from '../univer/calculation/volatile';
import { allSteps } from '../univer/reading/allSteps';
import type { SheetCells } from '../univer/reading/sheetCells';
import { type About, snapshotInSteps } from '../univer/reading/snapshotInSteps';
import { DEFINED_NAMES, type WorkbookDocument } from './document';
import { sharedFormulas } from './xlsx/contents';

type Contents = Pick<WorkbookDocument, 'data' | 'spilled'>;

/** Reads of a workbook what would be read of the grid, before the grid is there: with the results that were kept. */
export function documentSnapshot(document: Contents, about: About): Snapshot {
  const { data } = document;
  const sheets = data.sheetOrder.map(id => documentCells(document, id));
  return allSteps(snapshotInSteps(sheets, () => definedNames(data), about));
}

/** Whether all formulas that were read have a result. */
export function isCalculated({ sheets }: Snapshot): boolean {
  return sheets.every(({ values, formulas = [] }) =>
    formulas.every((line, row) => line.every((formula, column) => !formula || values[row]![column] !== null)),
  );
}

/** Whether a formula that was read has another result on another day. */
export function hasVolatile({ sheets }: Snapshot): boolean {
  return sheets.some(({ formulas = [] }) =>
    formulas.some(line => line.some(formula => formula && isVolatile(formula))),
  );
}

function documentCells({ data, spilled }: Contents, id: string): SheetCells {
  const { name = '', cellData = {}, rowData = {}, columnData = {} } = data.sheets[id] ?? {};
  let formulas: ReturnType<typeof sharedFormulas> | undefined;
  return {
    name,
    cells: cellData as SheetCells['cells'],
    spilled: spilled[id]?.cells,
    formulaAt: (row, column, cell) => {
      if (cell.f) return cell.f;
      formulas ??= sharedFormulas({ cellData } as Pick<IWorksheetData, 'cellData'>);
      return formulas(row, column, cell);
    },
    patternOf: style => data.styles[style]?.n?.pattern,
    rowStyle: row => (rowData as IWorksheetData['rowData'])[row]?.s,
    columnStyle: column => (columnData as IWorksheetData['columnData'])[column]?.s,
  };
}

function definedNames({ resources = [] }: WorkbookDocument['data']): DefinedName[] {
  const text = resources.find(({ name }) => name === DEFINED_NAMES)?.data;
  const named: Record<string, { name: string; formulaOrRefString: string }> = text ? JSON.parse(text) : {};
  return Object.values(named).map(({ name, formulaOrRefString: formula }) => ({
    name,
    formula: formula.startsWith('=') ? formula : `=${formula}`,
  }));
}
