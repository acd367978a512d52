import type { Engine } from '../../src/hosts/univer/headless';
import { templates } from '../../src/templates/catalogue';
import type { InstallOptions } from '../../src/templates/install/layout';
import { planInstall } from '../../src/templates/install/planInstall';
import type { Template } from '../../src/templates/template';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { headless } from '../engine/headless';
import { workbook } from '../workbook/workbooks';
import { booksFor, proposedMapping } from './clientBooks';
import { comeAndGo, standing, today } from './inTheGrid';

/** One workbook of the web's grid in which every template is already, with six periods each, and the client's books. */
let engine: Engine;
beforeAll(async () => {
  const books = templates.map(template => [`Books of ${template.id}`, booksFor(template)] as const);
  const full = templates.reduce<Snapshot>(
    (now, template) => applyEdits(now, planInstall(template, now, { mode: 'sample', periods: 6 }).edits),
    workbook(Object.fromEntries(books), today),
  );
  engine = headless().createEngine(full.sheets);
  await engine.recalculate();
}, 300_000);
afterAll(() => engine.dispose());

/** Its KPIs beside those of the same name that are there. */
function separately(template: Template): Pick<InstallOptions, 'answers'> {
  return { answers: Object.fromEntries(template.kpis.map(({ name }) => [`kpi ${name}`, 'both'])) };
}

/** A template for each of the three ways: in so full a workbook the grid takes twenty seconds for each. */
const WAYS = ['with sample figures', 'empty', 'filled from the books'] as const;
const SOME = templates
  .filter((_, index) => index % 6 === 0)
  .map((template, index) => ({ template, name: template.name, way: WAYS[index % 3]! }));

test.each(SOME)(
  '$name comes $way to a workbook that has every template, and leaves it as it was',
  async ({ template, way }) => {
    await comeAndGo(engine, template, {
      mode: way === 'with sample figures' ? 'sample' : 'empty',
      ...(way === 'filled from the books' && { mapping: proposedMapping(template, standing(engine)) }),
      ...separately(template),
    });
  },
  300_000,
);
