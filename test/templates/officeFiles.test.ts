import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '../../src/hosts/file/read';
import { applyToFile } from '../../src/hosts/file/write';
import { templates } from '../../src/templates/catalogue';
import { planInstall } from '../../src/templates/install/planInstall';
import type { Snapshot } from '../../src/workbook/snapshot';
import { builtTemplates } from '../built';
import { newErrorsIn, type Written } from '../judges/officeValidator';
import { proposedMapping } from './clientBooks';
import { hostileWorkbook } from './hostileWorkbook';
import { today } from './inTheGrid';

async function read(bytes: Uint8Array): Promise<Snapshot> {
  const { sheets } = await readSnapshot(bytes, { today });
  return readSnapshot(bytes, { today, further: sheets.map(({ name }) => ({ sheet: name })) });
}

test('Microsoft’s validator finds nothing in the workbooks that are built of the templates', async () => {
  const folder = builtTemplates();
  const built = readdirSync(folder).map(name => ({ name, after: new Uint8Array(readFileSync(join(folder, name))) }));
  expect(built).toHaveLength(templates.length);
  expect(await newErrorsIn(built)).toEqual([]);
}, 180_000);

test('nor in a client’s workbook that has everything in the way, with each template installed', async () => {
  const written: Written[] = [];
  // With its sample, or fed by the client's cells, by turns.
  for (const [index, template] of templates.entries()) {
    const before = hostileWorkbook(template);
    const snapshot = await read(before);
    const options =
      index % 2 === 0
        ? ({ mode: 'sample' } as const)
        : ({ mode: 'empty', mapping: proposedMapping(template, snapshot) } as const);
    const after = await applyToFile(before, planInstall(template, snapshot, options).edits);
    written.push({ name: `${template.id}, ${options.mode}`, before: [before], after });
  }
  expect(await newErrorsIn(written)).toEqual([]);
}, 300_000);
