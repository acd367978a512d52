import { openPackage, readPart } from '../../../src/hosts/file/package/package';
import type { Engine } from '../../../src/hosts/univer/headless';
import { chartEdits } from '../../../src/hosts/univer/looks/charts';
import { writeDocument } from '../../../src/hosts/web/xlsx/write';
import { templates } from '../../../src/templates/catalogue';
import { installTemplate } from '../../../src/templates/install/installTemplate';
import type { AddChart, Edit } from '../../../src/workbook/edit';
import { headless } from '../../engine/headless';

jest.setTimeout(60_000);

const { createEngine, workbookFromEdits } = headless();

const column = (left: number) => ({ sheet: 'Plan', top: 1, left, bottom: 3, right: left });
const chart: AddChart = {
  kind: 'chart',
  sheet: 'Plan',
  row: 6,
  column: 0,
  rows: 10,
  columns: 5,
  type: 'line',
  title: 'Leads',
  categories: column(0),
  series: [{ name: 'Leads', values: column(1) }],
};
const plan: Edit[] = [
  { kind: 'add sheet', sheet: 'Plan' },
  {
    kind: 'write',
    sheet: 'Plan',
    row: 0,
    column: 0,
    cells: [
      ['Month', 'Leads'],
      ['May', 40],
      ['June', 90],
      ['July', 120],
    ],
  },
  chart,
];

/** The text of each chart in the file that the page would save. */
async function saved(data: ReturnType<Engine['save']>): Promise<string[]> {
  const pack = openPackage(await writeDocument({ data, spilled: {} }));
  return [...pack.entries.values()]
    .filter(({ name }) => name.startsWith('xl/charts/'))
    .map(({ name }) => readPart(pack, name)!);
}

describe('a chart that the grid does not show', () => {
  let engine: Engine;
  beforeEach(() => {
    engine = createEngine([{ name: 'Till', values: [[1]] }]);
    engine.apply(plan);
  });
  afterEach(() => engine.dispose());

  test('is in the file that is saved', async () => {
    const [xml, ...others] = await saved(engine.save());
    expect(others).toEqual([]);
    expect(xml).toContain('<c:lineChart>');
    expect(xml).toContain('<c:f>Plan!$A$2:$A$4</c:f>');
    expect(xml).toContain('<c:f>Plan!$B$2:$B$4</c:f>');
  });

  test('goes and comes back with the step that made it', async () => {
    await engine.undo();
    expect(chartEdits(engine.save())).toEqual([]);
    await engine.redo();
    expect(chartEdits(engine.save())).toHaveLength(1);
  });

  test('follows rows that are put between its cells, above it, and taken out, there and back', async () => {
    engine.apply([{ kind: 'insert rows', sheet: 'Plan', row: 2, count: 2 }]);
    // By hand: two rows more between row 2 and row 4 of the sheet, and the chart below them two rows lower.
    expect(chartEdits(engine.save())).toMatchObject([{ row: 8, categories: { top: 1, bottom: 5 } }]);
    await engine.undo();
    expect(chartEdits(engine.save())).toMatchObject([{ row: 6, categories: { top: 1, bottom: 3 } }]);
    engine.apply([{ kind: 'remove rows', sheet: 'Plan', row: 3, count: 1 }]);
    expect(chartEdits(engine.save())).toMatchObject([{ row: 5, series: [{ values: { top: 1, bottom: 2 } }] }]);
    await engine.undo();
    expect(chartEdits(engine.save())).toMatchObject([{ row: 6, series: [{ values: { top: 1, bottom: 3 } }] }]);
  });

  test('goes with the cells it draws, and with its sheet', async () => {
    engine.apply([{ kind: 'remove columns', sheet: 'Plan', column: 1, count: 1 }]);
    expect(chartEdits(engine.save())).toEqual([]);
    await engine.undo();
    engine.apply([{ kind: 'remove sheet', sheet: 'Plan' }]);
    expect(await saved(engine.save())).toEqual([]);
    await engine.undo();
    expect(await saved(engine.save())).toHaveLength(1);
  });

  test('belongs to its sheet whatever that is called', async () => {
    const data = engine.save();
    for (const sheet of Object.values(data.sheets)) if (sheet.name === 'Plan') sheet.name = "Next year's";
    expect((await saved(data))[0]).toContain("<c:f>'Next year''s'!$B$2:$B$4</c:f>");
  });
});

test.each(templates.map(template => [template.name, template] as const))(
  'the charts of %s are all in the file',
  async (_, template) => {
    const edits = installTemplate(template, { today: 46349, locale: 'en', sheets: [] }, { mode: 'sample' });
    const planned = edits.flatMap(edit => (edit.kind === 'chart' ? [edit.title] : []));
    const xml = await saved(workbookFromEdits(edits, template.name));
    expect(xml.map(text => /<a:t>([^<]*)<\/a:t>/.exec(text)![1]!.replace(/&amp;/g, '&'))).toEqual(planned);
  },
);
