import { readDocument } from '../../src/hosts/web/xlsx/read';
import { templates } from '../../src/templates/catalogue';
import { planInstall } from '../../src/templates/install/planInstall';
import type { Edit } from '../../src/workbook/edit';
import { headless } from '../engine/headless';
import { proposedMapping } from './clientBooks';
import { hostileWorkbook } from './hostileWorkbook';
import { comeAndGo, standing } from './inTheGrid';
import { contents } from './wholeWorkbook';

const { createEngine } = headless();

/** The three ways in turn; without a grid every template comes in each of them (`everyTemplate`). */
const WAYS = ['with sample figures', 'empty', 'filled from it'] as const;
const CASES = templates.map((template, index) => ({ name: template.name, template, way: WAYS[index % 3]! }));

test.each(CASES)(
  '$name comes $way to a workbook that has everything in the way, and goes again',
  async ({ template, way }) => {
    const { data } = await readDocument(hostileWorkbook(template), 'client');
    const engine = createEngine(data);
    await engine.recalculate();
    try {
      await comeAndGo(engine, template, {
        mode: way === 'with sample figures' ? 'sample' : 'empty',
        ...(way === 'filled from it' && { mapping: proposedMapping(template, standing(engine)) }),
      });
    } finally {
      engine.dispose();
    }
  },
  300_000,
);

test('an installation that fails half-way in the grid leaves nothing behind', async () => {
  const { data } = await readDocument(hostileWorkbook(templates[0]!), 'client');
  const engine = createEngine(data);
  try {
    await engine.recalculate();
    const before = standing(engine);
    const { edits } = planInstall(templates[0]!, before, { mode: 'sample' });
    const area = { sheet: 'Listed', row: 0, column: 0, rows: 1, columns: 1 };
    const unreadable = { kind: 'conditional format', ...area, when: null, format: {} } as unknown as Edit;
    expect(engine.apply([...edits, unreadable])).toMatchObject({ written: 'none' });
    await engine.calculated();
    expect(contents(standing(engine))).toEqual(contents(before));
  } finally {
    engine.dispose();
  }
});
