import { readDocument } from '../../src/hosts/web/xlsx/read';
import { templates } from '../../src/templates/catalogue';
import { headless } from '../engine/headless';
import { proposedMapping } from './clientBooks';
import { hostileWorkbook } from './hostileWorkbook';
import { comeAndGo, standing } from './inTheGrid';

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
