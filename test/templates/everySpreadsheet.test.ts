import { callsIn, type Formula } from '../../src/cells/formula';
import { printFormula } from '../../src/cells/printFormula';
import { serialOf } from '../../src/cells/serial';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import type { Edit } from '../../src/workbook/edit';
import { emptySnapshot } from '../../src/workbook/snapshot';

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

/**
 * Functions of Excel 2019, LibreOffice 7.4 and Sheets that do not spill, guess a locale or change by themselves. OFFSET, ROW
 * and COLUMN find columns of `Compass KPIs` that may come and go; `checkTemplate` refuses them in a template's own formulas.
 */
const PLAIN = new Set(
  (
    'ABS AND AVERAGE AVERAGEIFS COLUMN COUNT COUNTA COUNTIFS DATE DAY EDATE EXP IF IFERROR INDEX INT ISNUMBER LEFT LN MATCH MAX MAXIFS MEDIAN ' +
    'MID MIN MINIFS MONTH N NOT OFFSET OR REPT ROUND ROW ROWS SQRT SUM SUMIFS SUMPRODUCT TODAY'
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
