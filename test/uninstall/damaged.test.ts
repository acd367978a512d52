import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { planUninstall, type UninstallChoices } from '../../src/templates/uninstall/uninstall';
import type { Content, Edit } from '../../src/workbook/edit';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { sheetNames, viewSheet } from '../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../src/workbook/snapshot';
import { contents } from '../templates/wholeWorkbook';

/** Serial 46349 is Monday 23 November 2026. */
const mine: Snapshot = {
  today: 46349,
  locale: 'en-GB',
  sheets: [{ name: 'Mine', values: [['Price'], [3]] }],
};
const byId = (id: string) => templates.find(template => template.id === id)!;
const install = (snapshot: Snapshot, id: string, mode: 'sample' | 'empty' = 'sample') =>
  applyEdits(snapshot, installTemplate(byId(id), snapshot, { mode, functions: true }));
const plan = (snapshot: Snapshot, choices: Partial<UninstallChoices> = {}) =>
  planUninstall(snapshot, templates, { isFile: false, hasBareNames: true, ...choices });
const uninstalled = (snapshot: Snapshot, choices: Partial<UninstallChoices> = {}) =>
  applyEdits(snapshot, plan(snapshot, choices).edits);

const remove = (snapshot: Snapshot, sheet: string) => applyEdits(snapshot, [{ kind: 'remove sheet', sheet }]);
/** As if its tab had been renamed; what refers to it follows. */
function rename(snapshot: Snapshot, from: string, to: string): Snapshot {
  const spelled = (name: string) => `'${name}'!`;
  return {
    ...snapshot,
    sheets: snapshot.sheets.map(block => ({
      ...block,
      name: block.name === from ? to : block.name,
      ...(block.formulas && {
        formulas: block.formulas.map(line =>
          line.map(
            formula => formula?.replaceAll(spelled(from), spelled(to)).replaceAll(`${from}!`, spelled(to)) ?? null,
          ),
        ),
      }),
    })),
  };
}
const write = (snapshot: Snapshot, sheet: string, row: number, column: number, ...cells: Content[]) =>
  applyEdits(snapshot, [
    {
      kind: 'write',
      sheet,
      row,
      column,
      cells: [cells],
      expected: [cells.map((_, c) => viewSheet(snapshot, sheet)!.cell(row, column + c))],
    } as Edit,
  ]);
/** A cell with a formula as a host spells it, and what it shows. */
function typed(snapshot: Snapshot, column: number, formula: string, value: number | string): Snapshot {
  const written = write(snapshot, 'Mine', 0, column, value);
  const sheets = written.sheets.map(block => {
    if (block.name !== 'Mine') return block;
    const formulas = block.formulas!.map(line => [...line]);
    formulas[0]![column] = formula;
    return { ...block, formulas };
  });
  return { ...written, sheets };
}

describe('every template, in every way', () => {
  test.each(templates.flatMap(({ id }) => [[id, 'sample'] as const, [id, 'empty'] as const]))(
    '%s (%s) is removed without a trace',
    (id, mode) => {
      const installed = install(mine, id, mode);
      const { sheets, notes } = plan(installed);
      expect([sheets.filter(({ isKept }) => isKept), notes]).toEqual([[], []]);
      expect(contents(uninstalled(installed))).toEqual(contents(mine));
    },
  );
});

describe('a workbook that somebody has taken apart', () => {
  const bakery = install(mine, 'bakery');

  test('loses the templates’ sheets although the list of templates was deleted', () => {
    const damaged = remove(bakery, 'Compass Templates');
    expect(plan(damaged).removed).toEqual(expect.arrayContaining(['Shop', 'Bakehouse', 'Guests']));
    expect(contents(uninstalled(damaged))).toEqual(contents(mine));
  });

  test('loses them also where figures of the owner’s are on one, which is kept', () => {
    const view = viewSheet(bakery, 'Shop')!;
    const rows = Array.from({ length: view.rows }, (_, row) => row);
    const row = rows.find(each => typeof view.cell(each, 1) === 'number' && view.formula(each, 1) === null)!;
    const damaged = remove(write(bakery, 'Shop', row, 1, 123456), 'Compass Templates');
    const { sheets, removed } = plan(damaged);
    expect(sheets.find(({ name }) => name === 'Shop')).toMatchObject({ isKept: true, keptAs: 'Shop' });
    expect(removed).not.toContain('Shop');
    expect(viewSheet(uninstalled(damaged), 'Shop')!.cell(row, 1)).toBe(123456);
  });

  test.each([
    ['Compass KPIs', 'My KPIs'],
    ['Compass Templates', 'Installed'],
    ['Compass Dashboard', 'Front page'],
    ['Shop', 'Our shop'],
  ])('loses %s under the name %s', (from, to) => {
    const damaged = rename(bakery, from, to);
    expect(plan(damaged).sheets.find(({ name }) => name === to)?.contents).toContain(`created as '${from}'`);
    expect(contents(uninstalled(damaged))).toEqual(contents(mine));
  });

  test('keeps a log that was renamed: it is the owner’s now', () => {
    expect(sheetNames(uninstalled(rename(bakery, 'Compass Log', 'What we decided')))).toEqual([
      'Mine',
      'What we decided',
    ]);
  });

  test('keeps a sheet with one of our names that never was ours, and says so', () => {
    const course: Snapshot = {
      ...mine,
      sheets: [
        ...mine.sheets,
        { name: 'Compass Dashboard', values: [['North']] },
        { name: 'Compass KPIs', values: [] },
      ],
    };
    expect(plan(course)).toMatchObject({ edits: [], sheets: [] });
    expect(plan(course).notes.map(({ place }) => place.sheet)).toEqual(['Compass Dashboard', 'Compass KPIs']);
  });

  test('keeps a sheet that a template made and that was filled with something else', () => {
    const emptied = remove(bakery, 'Shop');
    const own = { ...emptied, sheets: [...emptied.sheets, { name: 'Shop', values: [['Rent'], [900]] }] };
    expect(sheetNames(uninstalled(own))).toEqual(['Mine', 'Shop']);
    expect(plan(own).notes.map(({ message }) => message)).toEqual([
      "The sheet 'Shop' no longer holds what Bakery put there. It is yours and is kept.",
    ]);
  });

  test('is given a sheet where every one of them goes', () => {
    const only = install({ ...mine, sheets: [] }, 'bakery');
    expect(sheetNames(uninstalled(only))).toEqual(['Sheet1']);
  });
});

describe('what the owner put on our sheets', () => {
  const bakery = install(mine, 'bakery');

  test('is shown before it is removed', () => {
    const kpis = viewSheet(bakery, 'Compass KPIs')!;
    const noted = write(bakery, 'Compass KPIs', 1, kpis.columns + 1, 'ask Ann');
    const figures = write(noted, 'Compass Data', 1, 1, 7);
    const own = Object.fromEntries(
      plan(figures).sheets.map(({ name, own: found }) => [name, found.map(({ message }) => message)]),
    );
    expect(own['Compass KPIs']![0]).toMatch(/^Compass KPIs: 1 cell of yours beside its table, [A-Z]+2\.$/);
    expect(own['Compass Data']).toEqual(['Compass Data: 1 figure typed into it, B2.']);
    expect(sheetNames(uninstalled(figures, { keep: { 'Compass Data': true } }))).toEqual(['Mine', 'Figures']);
  });

  test('is found in labels and outside what was installed, too', () => {
    const page = install(mine, 'strategy-on-a-page', 'empty');
    const name = byId('strategy-on-a-page').sheets[0]!.name;
    const { rows } = viewSheet(page, name)!;
    const noted = write(page, name, rows + 1, 0, 'Our own words');
    expect(plan(noted).sheets.find(sheet => sheet.name === name)).toMatchObject({ isKept: true });
  });
});

describe('cells of the owner', () => {
  const bakery = install(mine, 'bakery');
  const found = (formula: string, names: Snapshot['names'] = [], choices: Partial<UninstallChoices> = {}) => {
    const { references, calls, notes } = plan({ ...typed(bakery, 2, formula, 5), names }, choices);
    return [references.length, calls.length, notes.length];
  };

  test.each([
    ["='Compass Data'!B2*2", [1, 0, 0]],
    ["=SUM('compass kpis'!G:G)", [1, 0, 0]],
    ['=SUM(Shop!B2:B4)', [1, 0, 0]],
    ["=SUM(Mine:'Compass Data'!B2)", [1, 0, 0]],
    ['=INDIRECT("\'Compass Data\'!B2")', [1, 0, 0]],
    ['=INDIRECT("Shop!B2")', [1, 0, 0]],
    ["=ALIGNMENT_SCORE('Compass KPIs'!A2:A9)", [1, 0, 0]],
    ['=CHURN_RATE(5,100)', [0, 1, 0]],
    ['=1+compass.churn_rate(5,100)', [0, 1, 0]],
    ['="see Compass Data"', [0, 0, 0]],
    ['="CHURN_RATE(5,100)"', [0, 0, 0]],
    ['=Workshop!B2', [0, 0, 0]],
    ['=OTHER.CHURN_RATE(5,100)', [0, 0, 0]],
  ])('%s is found for what it is', (formula, expected) => {
    expect(found(formula)).toEqual(expected);
  });

  test('that refer to ours by a name keep their values, and the name is pointed out', () => {
    const names = [
      { name: 'Goals', formula: "='Compass KPIs'!$G$2:$G$9" },
      { name: 'Prices', formula: '=Mine!$A$2' },
    ];
    expect(found('=SUM(Goals)', names)).toEqual([1, 0, 1]);
    expect(found('=SUM(MyGoals,Goals2)+Prices', names)).toEqual([0, 0, 1]);
    const own = [{ name: 'CHURN_RATE', formula: '=LAMBDA(a,b,a/b)' }];
    expect(found('=CHURN_RATE(5,100)', own)).toEqual([0, 0, 0]);
  });

  test('call somebody else’s function where a name has no prefix in Excel', () => {
    expect(found('=CHURN_RATE(5,100)', [], { hasBareNames: false })).toEqual([0, 0, 0]);
    expect(found('=COMPASS.CHURN_RATE(5,100)', [], { hasBareNames: false })).toEqual([0, 1, 0]);
  });

  test('that are still being calculated are left, and said', () => {
    const waiting = typed(bakery, 2, '=CHURN_RATE(5,100)', 'Loading...');
    expect(plan(waiting).notes.map(({ message }) => message)).toEqual([
      'Mine C1: =CHURN_RATE(5,100) shows no result to keep, so its formula is left.',
    ]);
  });
});
