import { callsIn, type Formula } from '../../src/cells/formula';
import { printFormula } from '../../src/cells/printFormula';
import { serialOf } from '../../src/cells/serial';
import { isError } from '../../src/cells/value';
import { newWorkbook } from '../../src/hosts/file/newWorkbook';
import { readSnapshot } from '../../src/hosts/file/read';
import { applyToFile } from '../../src/hosts/file/write';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/installTemplate';
import { applyEdits } from '../../src/workbook/applyEdits';
import type { Edit } from '../../src/workbook/edit';
import { viewSheet } from '../../src/workbook/sheetView';
import { emptySnapshot } from '../../src/workbook/snapshot';
import { needs } from '../tools';
import { savedByLibreOffice } from './savedByLibreOffice';
import { unsolved } from './wholeWorkbook';

const today = serialOf(2026, 11, 23);
const blank = emptySnapshot(today, 'en-GB');

/** Every formula that an installation writes, in cells and as the condition of a look. */
function formulasOf(edits: Edit[]): Formula[] {
  return edits.flatMap(edit => {
    if (edit.kind === 'conditional format') return [edit.when];
    if (edit.kind !== 'write') return [];
    return edit.cells.flat().flatMap(cell => (typeof cell === 'object' && cell !== null ? [cell.formula] : []));
  });
}

/** Functions of Excel 2019, LibreOffice 7.4 and Sheets that do not spill, guess a locale or change by themselves. */
const PLAIN = new Set(
  (
    'ABS AND AVERAGE AVERAGEIFS COUNT COUNTA COUNTIFS DATE EDATE EXP IF IFERROR INDEX INT ISNUMBER LN MATCH MAX MAXIFS MEDIAN ' +
    'MIN MINIFS N NOT OR REPT ROUND ROWS SQRT SUM SUMIFS SUMPRODUCT TODAY'
  ).split(' '),
);

describe.each(templates)('$name', template => {
  describe.each(['sample', 'empty'] as const)('installed %s', mode => {
    const formulas = formulasOf(installTemplate(template, blank, { mode }));

    test('reads the same in a sheet of any language: no comma, no decimal, no array, no text pattern', () => {
      expect(formulas.length).toBeGreaterThan(0);
      for (const formula of formulas) {
        const spelled = printFormula(formula, 'sheets')
          .replace(/"[^"]*"/g, '""')
          .replace(/'[^']*'!/g, '');
        expect(spelled).not.toMatch(/[,{}]|\d\.\d|\bTEXT\(|DATEVALUE/);
      }
    });

    test('calls nothing that some spreadsheet lacks', () => {
      expect(formulas.flatMap(callsIn).filter(name => !PLAIN.has(name))).toEqual([]);
    });

    test('compares with no number that a text spells with a decimal', () => {
      const texts = JSON.stringify(formulas).match(/"text":"[<>=]+[^"]*"/g) ?? [];
      for (const text of texts) expect(text).not.toMatch(/\d[.,]\d/);
    });
  });
});

test('LibreOffice calculates in every template what was written with its formulas, and no error', async () => {
  if (!needs('soffice', 'libreoffice-calc-nogui')) return;
  const planned = templates.flatMap(template =>
    (['sample', 'empty'] as const).map(mode => ({
      file: `${template.id}-${mode}.xlsx`,
      edits: installTemplate(template, blank, { mode }),
    })),
  );
  const files = new Map<string, Uint8Array>();
  for (const { file, edits } of planned) files.set(file, await applyToFile(newWorkbook(), unsolved(edits)));
  const saved = savedByLibreOffice(files);
  let compared = 0;
  for (const { file, edits } of planned) {
    const known = applyEdits(blank, edits);
    const further = known.sheets.map(({ name }) => ({ sheet: name }));
    const calculated = await readSnapshot(saved.get(file)!, { today, further });
    for (const { name, formulas = [] } of known.sheets) {
      const [ours, theirs] = [viewSheet(known, name)!, viewSheet(calculated, name)!];
      for (const [row, line] of formulas.entries()) {
        for (const [column, formula] of line.entries()) {
          if (formula === null) continue;
          const where = `${file} ${name} ${row + 1},${column + 1} ${formula}`;
          const [expected, found] = [ours.cell(row, column), theirs.cell(row, column) ?? ''];
          if (isError(found)) throw new Error(`${where} is ${found.error}`);
          if (typeof expected !== 'number') expect([where, found]).toEqual([where, expected ?? '']);
          else if (Math.abs(Number(found) - expected) > 1e-9 * Math.abs(expected))
            expect([where, found]).toEqual([where, expected]);
          compared += 1;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(10_000);
}, 300_000);
