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

describe.each(templates)('$name, in the grid of the web workbook', template => {
  test('comes to an empty workbook and goes again, with sample figures and without', async () => {
    const engine = createEngine([{ name: 'Sheet1', values: [] }]);
    try {
      for (const mode of ['sample', 'empty'] as const) await comeAndGo(engine, template, { mode });
    } finally {
      engine.dispose();
    }
  });

  test('comes to a workbook that has everything in the way, and can be filled from it', async () => {
    const { data } = await readDocument(hostileWorkbook(template), 'client');
    const engine = createEngine(data);
    await engine.recalculate();
    try {
      for (const mode of ['sample', 'empty'] as const) await comeAndGo(engine, template, { mode });
      const mapping = proposedMapping(template, standing(engine));
      await comeAndGo(engine, template, { mode: 'empty', mapping });
    } finally {
      engine.dispose();
    }
  });
});

test('an installation that fails half-way in the grid leaves nothing behind', async () => {
  const { data } = await readDocument(hostileWorkbook(templates[0]!), 'client');
  const engine = createEngine(data);
  try {
    await engine.recalculate();
    const before = standing(engine);
    const { edits } = planInstall(templates[0]!, before, { mode: 'sample' });
    const area = { sheet: 'Listed', row: 0, column: 0, rows: 1, columns: 1 };
    const unreadable = { kind: 'conditional format', ...area, when: null, format: {} } as unknown as Edit;
    expect(() => engine.apply([...edits, unreadable])).toThrow();
    await engine.calculated();
    expect(contents(standing(engine))).toEqual(contents(before));
  } finally {
    engine.dispose();
  }
});
