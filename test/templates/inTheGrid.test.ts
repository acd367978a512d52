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

/** Each template in both modes: one of them in an empty workbook, the other where everything is in the way. */
const MODES = templates.map((template, index) => ({
  name: template.name,
  template,
  modes: index % 2 === 0 ? (['sample', 'empty'] as const) : (['empty', 'sample'] as const),
}));

describe.each(MODES)('$name, in the grid of the web workbook', ({ template, modes: [first, second] }) => {
  test(`comes to an empty workbook and goes again (${first})`, async () => {
    const engine = createEngine([{ name: 'Sheet1', values: [] }]);
    try {
      await comeAndGo(engine, template, { mode: first });
    } finally {
      engine.dispose();
    }
  });

  test(`comes to a workbook that has everything in the way (${second}), and can be filled from it`, async () => {
    const { data } = await readDocument(hostileWorkbook(template), 'client');
    const engine = createEngine(data);
    await engine.recalculate();
    try {
      await comeAndGo(engine, template, { mode: second });
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
    expect(engine.apply([...edits, unreadable])).toMatchObject({ written: 'none' });
    await engine.calculated();
    expect(contents(standing(engine))).toEqual(contents(before));
  } finally {
    engine.dispose();
  }
});
