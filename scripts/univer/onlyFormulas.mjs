/**
 * Where Univer gathers the formulas of a workbook, which it does of all sheets whenever one is added, and before each calculation, it
 * passes over cells that have none at once. It asked each of them six questions, the same in the end: half of the time in which a KPI
 * is tracked beside a large sheet.
 *
 * @type {import('./univer.mjs').Changes}
 */
export const onlyFormulas = {
  'engine-formula': {
    changes: [
      [
        'const sheetFormulaDataMatrix = new ObjectMatrix(formulaData[unitId][sheetId]);\n\tcellMatrix.forValue((r, c, cell) => {',
        'const sheetFormulaDataMatrix = new ObjectMatrix(formulaData[unitId][sheetId]);\n\tcellMatrix.forValue((r, c, cell) => {\n\t\tif (!cell || !(cell.f || cell.si)) return;',
        1,
      ],
    ],
  },
};
