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

/** Two of the three ways for each template, each way for two of three templates. */
const WAYS = ['with sample figures', 'empty', 'filled from it'] as const;
const CASES = templates.map((template, index) => ({
  name: template.name,
  template,
  ways: [WAYS[index % 3]!, WAYS[(index + 1) % 3]!],
}));

test.each(CASES)(
  '$name comes $ways.0 and $ways.1 to a workbook that has everything in the way, and goes again',
  async ({ template, ways }) => {
    const { data } = await readDocument(hostileWorkbook(template), 'client');
    const engine = createEngine(data);
    await engine.recalculate();
    try {
      for (const way of ways) {
        await comeAndGo(engine, template, {
          mode: way === 'with sample figures' ? 'sample' : 'empty',
          ...(way === 'filled from it' && { mapping: proposedMapping(template, standing(engine)) }),
        });
      }
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
