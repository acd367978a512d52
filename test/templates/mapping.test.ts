import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import { templates } from '../../src/templates/catalogue';
import { planInstall } from '../../src/templates/install/planInstall';
import { checkMapping } from '../../src/templates/mapping/checkMapping';
import { likeness } from '../../src/templates/mapping/commonWords';
import { proposeMapping } from '../../src/templates/mapping/proposeMapping';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { month, workbook } from '../workbook/workbooks';

const TODAY = serialOf(2026, 11, 23);
const fourFunctions = templates.find(({ id }) => id === 'four-functions')!;
const books = workbook(
  {
    CRM: [
      ['Monat', 'Anfragen', 'Chancen', 'Aufträge gewonnen', 'Bemerkung'],
      ...[300, 310, 305, 320].map((leads, index): Cell[] => [month(6 + index), leads, 90 + index, 18 + index, 'gut']),
      ['Summe', 1235, 366, 78, null],
    ],
    'Per week': [
      ['Week', 'Leads'],
      ...[70, 72, 71, 69, 75].map((leads, index): Cell[] => [serialOf(2026, 9, 7 + 7 * index), leads]),
    ],
    Odd: [
      ['Month', 'Broken', 'Switch', 'Merged'],
      [month(6), 1, true, 1],
      [month(7), { error: '#DIV/0!' }, false, null],
      [month(8), 3, true, 3],
    ],
    Across: [
      ['Month', month(7), month(8), month(9)],
      ['Leads', 301, 302, 303],
    ],
  },
  TODAY,
);
const at = (sheet: string, range: string) => ({ values: { sheet, range } });
const said = (mapping: Parameters<typeof checkMapping>[2]) =>
  checkMapping(fourFunctions, books, mapping).map(({ severity, message }) => `${severity}: ${message}`);

describe('a mapping is proposed', () => {
  const proposed = proposeMapping(fourFunctions, books);
  const candidates = (id: string) => proposed.find(input => input.id === id)!.candidates;

  test('from headers in another language, with the first figures that would be read', () => {
    expect(candidates('leads').find(({ place }) => place.sheet === 'CRM')).toMatchObject({
      header: 'Anfragen',
      whyNot: null,
      first: [
        { label: 'Jun 2026', value: 300 },
        { label: 'Jul 2026', value: 310 },
        { label: 'Aug 2026', value: 305 },
      ],
    });
  });

  test('from a table that runs across', () => {
    expect(candidates('leads').map(({ place }) => `${place.sheet}!${place.range}`)).toContain('Across!B2:D2');
  });

  test('not at all for what the workbook does not have', () => {
    expect(candidates('days')).toEqual([]);
  });

  test.each([
    ['Kunden am Anfang', 'Customers at start'],
    ['Clients perdus', 'Lost customers'],
    ['Pedidos', 'Orders placed'],
    ['Omzet', 'Revenue'],
    ['Giacenza', 'Stock'],
  ])('%s is taken for %s', (header, name) => {
    expect(likeness(header, name)).toBeGreaterThan(0.5);
  });

  test('unlike words are not taken for each other', () => {
    expect(likeness('Miete', 'Leads')).toBe(0);
  });
});

describe('a mapping is checked before anything is written', () => {
  test('one that fits says nothing', () => {
    expect(said({ leads: at('CRM', 'B2:B5'), opportunities: at('CRM', 'C2:C5') })).toEqual([]);
  });

  test.each<[string, Parameters<typeof checkMapping>[2], string]>([
    [
      'a sheet that is gone',
      { leads: at('CRN', 'B2:B5') },
      "error: Leads: the workbook has no sheet 'CRN'; did you mean CRM?",
    ],
    ['text', { leads: at('CRM', 'E2:E5') }, "error: Leads: CRM!E2:E5 holds text, such as 'gut', and no figures."],
    [
      'a total row at its end, left out and said',
      { leads: at('CRM', 'B2:B6') },
      "note: Leads: CRM!B6 is labelled 'Summe'; it is left out.",
    ],
    [
      'another number of periods',
      { leads: at('CRM', 'B2:B5'), won: at('CRM', 'D2:D4') },
      'note: Deals won: 3 periods, Jun 2026 to Aug 2026, where Leads has 4',
    ],
    ['periods of another length', { leads: at('Per week', 'B2:B6') }, 'note: Leads: '],
    [
      'the same cells twice',
      { leads: at('CRM', 'B2:B5'), won: at('CRM', 'B2:B5') },
      'note: Deals won: CRM!B2:B5 fills Leads as well.',
    ],
    [
      'an input that does not exist',
      { lead: at('CRM', 'B2:B5') },
      "error: lead: Four functions has no input 'lead'; did you mean leads?",
    ],
    [
      'an error among the figures',
      { leads: at('Odd', 'B2:B4') },
      'error: Leads: Odd!B3: #DIV/0! is where a number should be',
    ],
    ['switches', { leads: at('Odd', 'C2:C4') }, "error: Leads: Odd!C2:C4 holds text, such as 'TRUE', and no figures."],
    [
      'merged figures',
      { leads: at('Odd', 'D2:D4') },
      'note: Leads: Jul 2026 has no figure; of merged cells only the first holds one.',
    ],
    [
      'a whole column, added up by its dates and without its total row',
      { leads: at('CRM', 'B:B') },
      "note: Leads: CRM!B6 is labelled 'Summe'; it is left out.",
    ],
    ['several columns', { leads: at('CRM', 'B2:C5') }, 'CRM!B2:C5 has several rows and columns; choose one column'],
    ['one cell', { leads: at('CRM', 'B3') }, 'error: Leads: CRM!B3 is one cell; choose a column or a row'],
    ['cells below all others', { leads: at('CRM', 'B200:B300') }, 'error: Leads: CRM!B200:B300 holds no numbers.'],
    ['several areas', { leads: at('CRM', 'B2:B3,B4:B5') }, "error: Leads: 'B2:B3,B4:B5' is not a range of cells"],
    ['words', { leads: at('CRM', 'the leads, please') }, "error: Leads: 'the leads, please' is not a range of cells"],
    ['what is no range', { leads: at('CRM', 'B2-B5') }, "error: Leads: 'B2-B5' is not a range of cells"],
  ])('%s', (_, mapping, message) => {
    expect(said(mapping).join('\n')).toContain(message);
  });

  test('merged periods, of which only the first cell holds anything, are named by their cell', () => {
    const merged = workbook(
      {
        Plan: [
          ['Month', 'Leads'],
          [month(6), 1],
          [null, 2],
          [month(8), 3],
        ],
      },
      TODAY,
    );
    const [problem] = checkMapping(fourFunctions, merged, { leads: at('Plan', 'B2:B4') });
    expect(problem).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('A3 beside it names no period'),
    });
  });

  test('the template’s own sheet, and the product’s, are no sources', () => {
    const installed = applyEdits(books, planInstall(fourFunctions, books, { mode: 'sample' }).edits);
    const wrong = (sheet: string) => checkMapping(fourFunctions, installed, { leads: at(sheet, 'B8:B31') })[0]!.message;
    expect(wrong('Four functions')).toBe(
      'Leads: Four functions was made by this template itself; choose the cells of your own sheet.',
    );
    expect(wrong('Compass Data')).toContain('is calculated from your figures');
    expect(() =>
      planInstall(fourFunctions, installed, { mode: 'empty', mapping: { leads: at('Four functions', 'B8:B31') } }),
    ).toThrow('was made by this template itself');
  });
});
