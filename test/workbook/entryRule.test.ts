import { printFormula } from '../../src/cells/printFormula';
import type { Edit, Validate } from '../../src/workbook/edit';
import { applyEdits, EditConflict } from '../../src/workbook/edits/applyEdits';
import { entryRule, listProblem } from '../../src/workbook/edits/entryRule';
import { workbook } from './workbooks';

const place = { sheet: 'Plan', row: 1, column: 1, rows: 3, columns: 1 };
const rule = (allow: Validate['allow']): Validate => ({ kind: 'validation', ...place, allow, message: 'No.' });
/** What is accepted, a formula as Excel spells it. */
const accepted = (edit: Parameters<typeof entryRule>[0]) => {
  const { accepts } = entryRule(edit);
  return accepts.kind === 'formula' ? printFormula(accepts.formula, 'excel') : accepts;
};

describe('what may be typed into cells, the same in every host', () => {
  test('any number is one for which ISNUMBER is true, whatever its size', () => {
    expect(accepted(rule({ number: {} }))).toBe('ISNUMBER(B2)');
  });

  test('a number may have one end or two', () => {
    expect(accepted(rule({ number: { from: 0 } }))).toEqual({ kind: 'number', from: 0 });
    expect(accepted(rule({ number: { to: 5 } }))).toEqual({ kind: 'number', to: 5 });
    expect(accepted(rule({ number: { from: 0, to: 5 } }))).toEqual({ kind: 'number', from: 0, to: 5 });
  });

  test('a protected cell keeps a formula, and typing over it is only warned of', () => {
    const protect = { kind: 'protect' as const, ...place, message: 'This is calculated.' };
    expect(accepted(protect)).toBe('ISFORMULA(B2)');
    expect(entryRule(protect).otherwise).toBe('warn');
    expect(entryRule(rule({ date: true })).otherwise).toBe('refuse');
    expect(entryRule({ ...rule({ date: true }), warn: true }).otherwise).toBe('warn');
  });

  test('a message is as long as Excel lets it be', () => {
    expect(entryRule({ ...rule({ date: true }), message: 'x'.repeat(255) }).message).toHaveLength(255);
    expect(entryRule({ ...rule({ date: true }), message: 'x'.repeat(256) }).message).toBe(`${'x'.repeat(254)}…`);
  });
});

describe('a list of choices', () => {
  test.each<[string, string[], string | null]>([
    ['plain words', ['Yes', 'No', 'Not yet'], null],
    ['255 characters with their commas', ['x'.repeat(127), 'x'.repeat(127)], null],
    [
      'one character more',
      ['x'.repeat(127), 'x'.repeat(128)],
      'has 256 characters; Excel allows 255 for all choices together',
    ],
    ['a comma', ['No', 'Yes, soon'], "has a comma in 'Yes, soon'; commas separate the choices"],
    ['a blank', ['Yes', ' '], 'has an empty choice'],
    ['a formula', ['=A1'], "begins with '=A1', which Excel reads as a formula"],
    ['nothing', [], 'has no choices'],
  ])('of %s', (_, choices, problem) => {
    expect(listProblem(choices)).toBe(problem);
  });

  test('is refused before anything is written where some host could not offer it, with its place', () => {
    const book = workbook({ Plan: [['Month', 'Done']] }, 45000);
    const edits: Edit[] = [rule({ list: ['No', 'Yes, soon'] })];
    const refused = () => applyEdits(book, edits);
    expect(refused).toThrow(EditConflict);
    expect(refused).toThrow("The list of choices of Plan B2 has a comma in 'Yes, soon'; commas separate the choices.");
  });
});
