import { unzipSync } from 'fflate';
import { readSnapshot } from '../../../src/hosts/file/read';
import { applyToFile } from '../../../src/hosts/file/write';
import { templates } from '../../../src/templates/catalogue';
import { planInstall } from '../../../src/templates/install/planInstall';
import { removeTemplate } from '../../../src/templates/upkeep/removeTemplate';
import type { Edit } from '../../../src/workbook/edit';
import { applyEdits } from '../../../src/workbook/edits/applyEdits';
import { readRegister } from '../../../src/workbook/register/readRegister';
import { viewSheet } from '../../../src/workbook/sheets/sheetView';
import type { Snapshot } from '../../../src/workbook/snapshot';
import { track } from '../../../src/workbook/track/track';
import { ordinary, packed } from '../../fixtures/hostile/ordinary';
import { hostile, REFUSED, VARIATIONS } from '../../fixtures/hostile/variations';
import { newErrorsIn, type Written } from '../../judges/officeValidator';
import { savedByLibreOffice } from '../../templates/savedByLibreOffice';
import { needs } from '../../tools';
import { changedParts } from './handmade';

const TODAY = 42_917;
const bakery = templates.find(({ id }) => id === 'bakery')!;
const cases = Object.entries(VARIATIONS).map(([name, variation]) => ({ name, before: packed(hostile(variation)) }));

/** Every sheet whole: to take a template out, all of them are looked through. */
async function read(bytes: Uint8Array): Promise<Snapshot> {
  const { sheets } = await readSnapshot(bytes, { today: TODAY });
  return readSnapshot(bytes, { today: TODAY, further: sheets.map(({ name }) => ({ sheet: name })) });
}

const turnover = (snapshot: Snapshot) =>
  track(snapshot, {
    kpi: 'Turnover',
    values: { sheet: 'Sales', range: 'B2:B25' },
    periods: { sheet: 'Sales', range: 'A2:A25' },
  });
const install = (snapshot: Snapshot) => planInstall(bakery, snapshot, { mode: 'sample', periods: 6 }).edits;

/** The owner's parts that are not what they were. */
function touched(before: Uint8Array, after: Uint8Array): string[] {
  return changedParts(before, after).filter(part => unzipSync(before)[part]);
}

/** The owner's figures, wherever and however they are stored. */
const figures = (snapshot: Snapshot) => {
  const view = viewSheet(snapshot, 'Sales')!;
  return Array.from({ length: 24 }, (_, row) =>
    [0, 1, 2].map(column => [view.cell(row + 1, column), view.formula(row + 1, column)]),
  );
};

/** What is planned for the ordinary workbook: it has the same cells as each of the others. */
async function plans() {
  const before = packed(ordinary());
  const snapshot = await read(before);
  const installing = install(snapshot);
  const tracking = turnover(snapshot);
  const both = [...tracking, ...install(applyEdits(snapshot, tracking))];
  const removing = async (edits: Edit[]) => removeTemplate(await read(await applyToFile(before, edits)), bakery).edits;
  return {
    figures: figures(snapshot),
    installing,
    tracking,
    both,
    removing: await removing(installing),
    leaving: await removing(both),
  };
}
const planned = plans();

/** What LibreOffice 7.4 does not open before anything is written to it. */
const NOT_BY_LIBRE_OFFICE = new Set(['targets with backslashes', 'entries with backslashes in their names']);

/** Everything that was written here, for the judges at the end. */
const written: Written[] = [];
const opened = new Map<string, Uint8Array>();

describe.each(cases)('a workbook with $name', ({ name, before }) => {
  test('is read as the ordinary one', async () => {
    expect(figures(await read(before))).toEqual((await planned).figures);
  });

  test('is part for part what it was after a template was taken out', async () => {
    const { installing, removing } = await planned;
    const removed = await applyToFile(await applyToFile(before, installing), removing);
    expect(changedParts(before, removed)).toEqual([]);
  });

  // Every third with a template beside it that goes again, which takes four times as long.
  const beside = cases.findIndex(own => own.name === name) % 3 === 0;
  test(`has a KPI tracked${beside ? ' beside a template that goes again' : ''}`, async () => {
    const { tracking, both: edits, leaving } = await planned;
    const after = await applyToFile(before, beside ? edits : tracking);
    const left = beside ? await applyToFile(after, leaving) : after;
    const { kpis, problems } = readRegister(await read(left));
    expect(problems).toEqual([]);
    // By the fixture: 300 and 337 in its first two weeks.
    expect(kpis.map(kpi => [kpi.name, ...kpi.values.slice(0, 2)])).toEqual([['Turnover', 300, 337]]);
    // What the owner had is as it was, but for the parts that say what the workbook consists of.
    const aboutAll = /^\[Content_Types\]|workbook\.xml(\.rels)?$|styles\.xml$/i;
    for (const file of [after, left]) expect(touched(before, file).filter(part => !aboutAll.test(part))).toEqual([]);
    written.push({ name, before: [before], after });
    // Three seconds for a template's sheets, half a second without them: LibreOffice gets them in every sixth.
    if (!NOT_BY_LIBRE_OFFICE.has(name)) opened.set(`${opened.size}.xlsx`, opened.size % 6 === 0 ? after : left);
  });
});

test('none of them has an error for Microsoft’s validator that the workbook had not', async () => {
  expect(written).toHaveLength(cases.length);
  expect(await newErrorsIn(written)).toEqual([]);
}, 300_000);

test('LibreOffice opens each of them with all its sheets', async () => {
  if (!needs('soffice', 'libreoffice-calc-nogui')) return;
  for (const [name, bytes] of savedByLibreOffice(opened)) {
    const names = async (file: Uint8Array) =>
      (await readSnapshot(file, { today: TODAY })).sheets.map(sheet => sheet.name);
    expect([name, await names(bytes)]).toEqual([name, await names(opened.get(name)!)]);
  }
}, 300_000);

test.each(Object.entries(REFUSED))('%s is refused in a plain sentence', async (_, [variation, message]) => {
  const before = packed(hostile(variation));
  const snapshot = await read(before);
  await expect(applyToFile(before, turnover(snapshot))).rejects.toThrow(message);
  await expect(applyToFile(before, install(snapshot))).rejects.toThrow(message);
});
