import { serialOf } from '../../src/cells/serial';
import { isError } from '../../src/cells/value';
import { templates } from '../../src/templates/catalogue';
import { planInstall } from '../../src/templates/install/planInstall';
import type { PeriodsBlock, Template } from '../../src/templates/template';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { rollForward } from '../../src/templates/upkeep/rollForward';
import { upgradeTemplate } from '../../src/templates/upkeep/upgradeTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { rowsOf, typed, workbook } from '../workbook/workbooks';

const TODAY = serialOf(2026, 11, 23);
const blank = emptySnapshot(TODAY, 'en-GB');
const byId = (id: string) => templates.find(template => template.id === id)!;
const [fourFunctions, bakery] = [byId('four-functions'), byId('bakery')];
const installed = (template: Template, snapshot: Snapshot = blank) =>
  applyEdits(snapshot, planInstall(template, snapshot, { mode: 'sample' }).edits);
const shop = installed(bakery);

describe('a template is taken out', () => {
  test('after what was typed since was shown, cell by cell', () => {
    const used = typed(typed(shop, 'Shop', { B31: 6000, E31: 0.7, J2: 'call the miller' }), 'Compass Log', {});
    const { changed } = removeTemplate(used, bakery);
    expect(changed.map(({ message }) => message)).toEqual([
      'Shop, Visitors: 1 figure typed since (B31).',
      'Shop, Visitors who buy: 1 figure typed over its formula (E31).',
      'Shop: 1 cell beside or below what was installed, from J2 on.',
    ]);
  });

  test('after the cells that would lose what they read were shown', () => {
    const reading = applyEdits(shop, [
      { kind: 'add sheet', sheet: 'Plan' },
      {
        kind: 'write',
        sheet: 'Plan',
        row: 1,
        column: 2,
        cells: [[{ formula: { reference: { sheet: 'Shop', top: 7, left: 1, bottom: 7, right: 1 } }, value: 1 }]],
      },
    ]);
    expect(removeTemplate(reading, bakery).referring).toEqual([
      { place: { sheet: 'Plan', range: 'C2' }, message: 'Plan C2 reads it: =Shop!B8' },
    ]);
  });

  test('but a Log with entries stays, and so does a strategy of the owner’s own', () => {
    const lived = typed(typed(shop, 'Compass Log', { A2: TODAY, B2: 'decision' }), 'Compass Strategy', { B1: 'Ours' });
    const { edits, stays } = removeTemplate(lived, bakery);
    expect(stays).toEqual([
      'Compass Strategy stays: its vision or values are your own.',
      'Compass Log stays: it has an entry.',
    ]);
    const after = applyEdits(lived, edits);
    expect(after.sheets.map(({ name }) => name)).toEqual(['Compass Strategy', 'Compass Log']);
    expect(rowsOf(after, 'Compass Log')[1]!.slice(0, 2)).toEqual([TODAY, 'decision']);
  });

  test('but a goal whose reason the owner wrote stays, as their own; the others go', () => {
    const own = 'Our grandmother began with it.';
    const [first] = bakery.strategy.goals;
    const row = rowsOf(shop, 'Compass Strategy').findIndex(cells => cells[0] === first!.name);
    const owned = typed(typed(shop, 'Compass Strategy', { B1: 'Ours', [`B${row + 1}`]: own }), 'Compass Log', {});
    const after = applyEdits(owned, removeTemplate(owned, bakery).edits);
    const left = rowsOf(after, 'Compass Strategy').map(([name, why]) => [name, why]);
    expect(left).toContainEqual([first!.name, own]);
    for (const { name } of bakery.strategy.goals.slice(1)) expect(left.some(([goal]) => goal === name)).toBe(false);
  });

  test('but what the owner wrote beside a row of its tables stays, and the row itself is emptied', () => {
    const noted = typed(shop, 'Compass KPIs', { Z2: 'ask Ana' });
    const [, line] = rowsOf(noted, 'Compass KPIs');
    expect(line![0]).not.toBeNull();
    const both = applyEdits(noted, planInstall(fourFunctions, noted, { mode: 'sample' }).edits);
    const after = applyEdits(both, removeTemplate(both, bakery).edits);
    const rows = rowsOf(after, 'Compass KPIs');
    expect(rows[1]!.filter(cell => (cell ?? '') !== '')).toEqual(['ask Ana']);
    const names = rows.map(([name]) => name);
    for (const { name } of readRegister(shop).kpis) expect(names).not.toContain(name);
  });

  test('only where it is installed', () => {
    expect(() => removeTemplate(shop, fourFunctions)).toThrow('Four functions is not installed in this workbook.');
  });
});

describe('a second template', () => {
  const twin: Template = {
    ...fourFunctions,
    id: 'twin',
    kpis: fourFunctions.kpis.map(kpi => (kpi.name === 'CSAT' ? { ...kpi, better: 'lower' as const } : kpi)),
  };
  const first = installed(fourFunctions);

  test('joins the KPIs that are the same, and asks about one that only has the same name', () => {
    const { questions, preview } = planInstall(twin, first, { mode: 'sample' });
    expect(questions.map(({ id, chosen }) => [id, chosen])).toEqual([
      ['kpi Lead Quality Ratio', 'join'],
      ['kpi Sales Conversion Rate', 'join'],
      ['kpi Order Fulfillment Time', 'join'],
      ['kpi CSAT', 'both'],
      ['kpi Leads', 'join'],
    ]);
    expect(questions[3]!.text).toContain("Yours is satisfaction, higher; the template's satisfaction, lower.");
    expect(preview.kpis).toEqual(['CSAT (2)']);
    expect(preview.goals).toEqual([]);
  });

  test('does as it is told', () => {
    const { preview } = planInstall(twin, first, { mode: 'sample', answers: { 'kpi CSAT': 'join' } });
    expect(preview.kpis).toEqual([]);
    expect(preview.joined).toContain('CSAT');
  });

  test('leaves a dashboard of the owner’s own alone', () => {
    const { edits, preview } = planInstall(bakery, workbook({ 'Compass Dashboard': [['mine']] }, TODAY), {
      mode: 'sample',
    });
    expect(edits.some(({ sheet }) => sheet === 'Compass Dashboard')).toBe(false);
    expect(preview.notes).toEqual(["The workbook has a sheet 'Compass Dashboard' of its own; ours is not added."]);
  });
});

describe.each(templates)('$name, extended by a year', template => {
  test('has rows for it; every figure stays where it was, and nothing counts as changed', () => {
    const before = installed(template);
    const after = applyEdits(before, rollForward(before, template).edits);
    const [old, fresh] = [readRegister(before), readRegister(after)];
    expect(fresh.problems).toEqual([]);
    expect(fresh.periods.length).toBeGreaterThan(old.periods.length);
    for (const [index, { values }] of fresh.kpis.entries()) {
      expect(values.slice(0, old.periods.length)).toEqual(old.kpis[index]!.values);
    }
    expect(after.sheets.flatMap(({ values }) => values.flat().filter(isError))).toEqual([]);
    expect(removeTemplate(after, template).changed).toEqual([]);
  });
});

describe('a newer version of an installed template', () => {
  const block = fourFunctions.sheets[0]!.blocks[0] as PeriodsBlock;
  const newer: Template = {
    ...fourFunctions,
    version: fourFunctions.version + 1,
    sheets: [
      {
        ...fourFunctions.sheets[0]!,
        blocks: [
          {
            ...block,
            columns: [
              ...block.columns
                .filter(({ id }) => id !== 'csat')
                .map(column =>
                  column.id === 'quality' ? { ...column, formula: '100 * [opportunities] / [leads]' } : column,
                ),
              { id: 'lost', header: 'Deals lost', sample: block.columns[0]!.sample! },
              { id: 'win_rate', header: 'Win rate', formula: '[won] / ([won] + [lost])' },
            ],
          },
        ],
      },
    ],
    kpis: [
      ...fourFunctions.kpis.filter(({ column }) => column !== 'csat'),
      { ...fourFunctions.kpis[1]!, name: 'Win rate', column: 'win_rate' },
    ],
  };
  // An owner typed a month's leads, and worked out one month's quality otherwise.
  const own = typed(installed(fourFunctions), 'Four functions', { B31: 999, H20: 0.5 });
  const { edits, differences } = upgradeTemplate(own, newer);
  const after = applyEdits(own, edits);

  test('shows first what it would change', () => {
    expect(differences).toEqual([
      "Four functions: the formula of 'Lead quality ratio' changes in 23 rows; 1 that you changed stays.",
      "Four functions: a new column 'Deals lost'.",
      "Four functions: a new column 'Win rate'.",
      "Four functions: 'CSAT' is no longer part of the template; it is kept.",
      'A new KPI: Win rate.',
    ]);
  });

  test('keeps figures and changes of the owner’s, and calculates the rest anew', () => {
    const view = viewSheet(after, 'Four functions')!;
    expect(view.cell(30, 1)).toBe(999);
    expect(view.cell(19, 7)).toBe(0.5);
    expect(view.formula(7, 7)).toBe('=IF(OR(C8="",B8="",B8=0),"",100*C8/B8)');
    expect(view.formula(7, 11)).toBe('=IF(OR(D8="",K8=""),"",IF(D8+K8=0,"",D8/(D8+K8)))');
    expect(readRegister(after).kpis.map(({ name }) => name)).toEqual([
      ...fourFunctions.kpis.map(({ name }) => name),
      'Win rate',
    ]);
    expect(readRegister(after).problems).toEqual([]);
  });

  test('is written down; a second time there is nothing to do', () => {
    expect(rowsOf(after, 'Compass Templates')[1]!.slice(0, 2)).toEqual(['four-functions', newer.version]);
    expect(upgradeTemplate(after, newer)).toMatchObject({
      edits: [],
      differences: ['Four functions is up to date; nothing changes.'],
    });
  });
});
