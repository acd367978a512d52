import { serialOf } from '../../src/cells/serial';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import { FIRST_KPI, KPI_ROWS } from '../../src/templates/dashboard/dashboardRows';
import type { InstallOptions } from '../../src/templates/install/layout';
import { planInstall } from '../../src/templates/install/planInstall';
import type { Template } from '../../src/templates/template';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { readRegister } from '../../src/workbook/register/readRegister';
import { emptyCompassSheets, LOG } from '../../src/workbook/sheets/compassSheets';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { type Block, emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';
import { workbook } from '../workbook/workbooks';
import { booksFor, proposedMapping } from './clientBooks';
import { contents, errorsIn } from './wholeWorkbook';

const TODAY = serialOf(2026, 11, 23);
const blank = emptySnapshot(TODAY, 'en-GB');
const install = (template: Template, snapshot: Snapshot, options: InstallOptions) =>
  applyEdits(snapshot, planInstall(template, snapshot, options).edits);
const remove = (template: Template, snapshot: Snapshot) =>
  applyEdits(snapshot, removeTemplate(snapshot, template, templates).edits);

/** A client's books: the names that templates want are taken, and each input is in a column of its own. */
const clientWorkbook = (template: Template) =>
  workbook({ [template.sheets[0]!.name.toUpperCase()]: [['mine', '=1+1']], Books: booksFor(template) }, TODAY);

describe.each(templates)('$name', template => {
  test.each(['sample', 'empty'] as const)(
    'installed %s into an empty workbook shows no error and is reviewed',
    mode => {
      const after = install(template, blank, { mode });
      const { problems, kpis } = readRegister(after);
      expect([problems, errorsIn(after)]).toEqual([[], []]);
      expect(kpis).toHaveLength(template.kpis.length);
      const { score } = review(after);
      const page = viewSheet(after, 'Compass Dashboard')!;
      const shown = page.cell(4, 1);
      // The page's plain formulas come to the score of the review, by method.md section 2.
      if (mode === 'sample') expect(shown).toBeCloseTo(score!.score!, 9);
      else expect(shown).toBe('');
      // Since when, only the add-in can tell (`withFunctions`).
      for (let row = FIRST_KPI - 1; row < FIRST_KPI - 1 + KPI_ROWS; row++)
        expect(`${page.cell(row, 7)} ${page.formula(row, 7)}`).not.toMatch(/since|VERDICTS/);
      const { changed, referring, stays } = removeTemplate(after, template, templates);
      expect([changed, referring, stays]).toEqual([[], [], []]);
      expect(contents(remove(template, after))).toEqual({ Sheet1: {} });
    },
  );

  test('mapped to the client’s books, whatever their sheets are called, and taken out again without a trace', () => {
    const books = clientWorkbook(template);
    const mapping = proposedMapping(template, books);
    const after = install(template, books, { mode: 'empty', mapping });
    expect(errorsIn(after)).toEqual([]);
    expect(contents(after)).toMatchObject(contents(books));
    expect(contents(remove(template, after))).toEqual(contents(books));
  });
});

test('a Log that holds its headers only, as a host reads it after a KPI was tracked, shows no error on the dashboard', () => {
  const tracked = applyEdits(blank, emptyCompassSheets(blank, {}));
  const headers = (block: Block): Block => ({ ...block, values: block.values.slice(0, 1), formulas: [], formats: [] });
  const read = tracked.sheets.map(block => (block.name === LOG.name ? headers(block) : block));
  expect(errorsIn(install(templates[0]!, { ...tracked, sheets: read }, { mode: 'sample' }))).toEqual([]);
});

test('all templates stand beside each other, and each goes again as if it had never been there', () => {
  const before: Snapshot[] = [];
  const last = templates.reduce((snapshot, template) => {
    before.push(snapshot);
    return install(template, snapshot, { mode: 'sample' });
  }, blank);
  expect(errorsIn(last)).toEqual([]);
  const names = readRegister(last).kpis.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  templates.slice(1).reduceRight((snapshot, template, index) => {
    const after = remove(template, snapshot);
    expect(contents(after)).toEqual(contents(before[index + 1]!));
    return after;
  }, last);
}, 240_000);
