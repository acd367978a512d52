import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPackage } from '../../src/hosts/file/package/package';
import { readWorkbook } from '../../src/hosts/file/package/workbook';
import { readSnapshot } from '../../src/hosts/file/read';
import { newWorkbook } from '../../src/hosts/file/sheets/newWorkbook';
import { applyToFile } from '../../src/hosts/file/write';
import { readDocument } from '../../src/hosts/web/xlsx/read';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { emptySnapshot } from '../../src/workbook/snapshot';
import { builtTemplates } from '../built';
import { headless } from '../engine/headless';
import { changed, withoutResults } from '../hosts/file/withoutResults';
import { inLibreOffice } from '../libreOffice';
import { differences, standing, today } from './inTheGrid';
import { savedByLibreOffice } from './savedByLibreOffice';
import { type Contents, contents, errorsIn } from './wholeWorkbook';

const folder = builtTemplates();
const built = new Map(readdirSync(folder).map(file => [file, new Uint8Array(readFileSync(join(folder, file)))]));

/** Templates with their sample figures, by the names of their files. */
async function withSample(some = templates): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const template of some) {
    const edits = installTemplate(template, emptySnapshot(today, 'en-GB'), { mode: 'sample' });
    files.set(`${template.id}.xlsx`, await applyToFile(newWorkbook(), edits));
  }
  return files;
}

/** What the grid of the web workbook makes of a file without results. */
async function inTheGrid(bytes: Uint8Array): Promise<Contents> {
  const { data } = await readDocument(bytes, 'template');
  const engine = headless().createEngine(data);
  try {
    await engine.recalculate();
    return contents(standing(engine));
  } finally {
    engine.dispose();
  }
}

test('a workbook is built of every template', () => {
  expect([...built.keys()].sort()).toEqual(templates.map(({ id }) => `${id}.xlsx`).sort());
});

describe.each([
  ['every template as it is built', async () => built],
  ['every second with sample figures', () => withSample(templates.filter((_, index) => index % 2 === 1))],
])('%s', (_, filesOf) => {
  inLibreOffice(
    'calculated by LibreOffice and by the grid, from a copy without results, comes to the same in every cell',
    async () => {
      const bare = new Map([...(await filesOf())].map(([name, bytes]) => [name, withoutResults(bytes)]));
      const saved = savedByLibreOffice(bare);
      for (const [name, bytes] of bare) {
        const further = readWorkbook(openPackage(bytes)).sheets.map(({ name: sheet }) => ({ sheet }));
        const calculated = await readSnapshot(saved.get(name)!, { today, further });
        expect([name, errorsIn(calculated)]).toEqual([name, []]);
        const formulas = Object.values(contents(calculated)).flatMap(cells =>
          Object.values(cells).filter(([, text]) => text),
        );
        // Each KPI has a formula in each period of Compass Data, a dozen at least.
        expect(formulas.length).toBeGreaterThan(12);
        expect([name, differences(contents(calculated), await inTheGrid(bytes))]).toEqual([name, []]);
      }
    },
    600_000,
  );
});

inLibreOffice(
  'a template installed with functions says in LibreOffice, which lacks them, what its plain twin says',
  async () => {
    const subscription = templates.find(({ id }) => id === 'subscription')!;
    const file = async (functions: boolean) => {
      const edits = installTemplate(subscription, emptySnapshot(today, 'en-GB'), { mode: 'sample', functions });
      return withoutResults(await applyToFile(newWorkbook(), edits));
    };
    const saved = savedByLibreOffice(
      new Map([
        ['ours.xlsx', await file(true)],
        ['plain.xlsx', await file(false)],
      ]),
    );
    const further = [{ sheet: 'Compass Dashboard' }, ...subscription.sheets.map(({ name: sheet }) => ({ sheet }))];
    const [ours, plain] = await Promise.all([...saved.values()].map(bytes => readSnapshot(bytes, { today, further })));
    const shown = (snapshot: typeof ours) =>
      Object.entries(contents(snapshot!)['Compass Dashboard']!)
        // Where the function would put its verdicts.
        .filter(([at]) => !/^B[Q-W]\d/.test(at))
        .map(([at, [cell]]) => [at, cell]);
    expect(errorsIn(ours!)).toEqual([]);
    expect(shown(ours)).toEqual(shown(plain));
    const page = contents(ours!)['Compass Dashboard']!;
    expect(page.BQ20![1]).toMatch(/KPI_VERDICTS\(/i);
  },
  600_000,
);

/** How many pages a PDF has. */
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** A copy of which only some sheets print: the others are hidden and have no area to print. */
function printing(bytes: Uint8Array, names: string[]): Uint8Array {
  const sheets = readWorkbook(openPackage(bytes)).sheets.map(({ name }) => name);
  return changed(bytes, /xl\/workbook\.xml$/, xml =>
    xml
      .replace(/<sheet (?=[^>]*name="([^"]*)")/g, (tag, name) => (names.includes(name) ? tag : `${tag}state="hidden" `))
      .replace(/<definedName name="_xlnm.Print_Area" localSheetId="(\d+)">[^<]*<\/definedName>/g, (area, of) =>
        names.includes(sheets[Number(of)]!) ? area : '',
      ),
  );
}

inLibreOffice(
  'every dashboard prints on one page, and so does every sheet that says so',
  async () => {
    const files = new Map<string, Uint8Array>();
    const expected: [string, number][] = [];
    for (const [file, bytes] of await withSample()) {
      const { sheets } = templates.find(({ id }) => file === `${id}.xlsx`)!;
      const names = ['Compass Dashboard', ...sheets.filter(({ onePage }) => onePage).map(({ name }) => name)];
      files.set(file, printing(bytes, names));
      expected.push([file, names.length]);
    }
    expect([...savedByLibreOffice(files, 'pdf')].map(([file, pdf]) => [file, pagesOf(pdf)])).toEqual(expected);
  },
  600_000,
);
