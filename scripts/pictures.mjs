/**
 * `npm run pictures`: a picture of each template with its sample figures, for the gallery and the docs. Each is installed into
 * a new workbook by the command that ships, printed by LibreOffice and drawn by pdftoppm (Debian: libreoffice-calc-nogui,
 * poppler-utils).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { cropped, palettePng, readPpm } from './picture.mjs';

/** Pictures do not change with the day on which they are made. */
const AS_OF = '2026-11-23';
/** Dots an inch: a page of 11.7 inches becomes about 1,300 pixels wide. */
const RESOLUTION = '112';
/** The sheet that shows a template best, where it is not its first. Every sheet before it prints on one page. */
const SHOWN = {
  'balanced-scorecard': 'Customer and finance',
  bakery: 'Bakehouse',
  workshop: 'Orders and stock',
  'project-budgets': 'Web shop',
  'multi-site': 'Sites compared',
};
const MOST_BYTES = 60_000;

const folder = `${root}docs/images/templates`;
const scratch = mkdtempSync(join(tmpdir(), 'compass-pictures-'));

function run(program, args) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

/** Draws one page of a PDF. */
function pictureOf(pdf, page) {
  run('pdftoppm', ['-r', RESOLUTION, '-f', page, '-l', page, '-singlefile', pdf, pdf]);
  const picture = cropped(readPpm(readFileSync(`${pdf}.ppm`)));
  for (const colours of [64, 32, 16, 8]) {
    const png = palettePng(picture, colours);
    if (png.length <= MOST_BYTES) return png;
  }
  throw new Error(`${pdf}: the picture is larger than ${MOST_BYTES} bytes.`);
}

try {
  const { templates } = await import(pathToFileURL(`${root}dist/node/index.js`).href);
  const only = process.argv.slice(2);
  const wanted = templates.filter(({ id }) => only.length === 0 || only.includes(id));
  const compass = `${root}dist/node/compass.js`;
  const fileOf = ({ id }, extension) => join(scratch, `${id}.${extension}`);
  for (const template of wanted)
    run(process.execPath, [
      ...[compass, 'install', template.id, '--new', '--sample'],
      ...['--as-of', AS_OF, '--locale', 'en-IE', '-o', fileOf(template, 'xlsx')],
    ]);
  run('soffice', [
    ...[`-env:UserInstallation=file://${scratch}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', scratch],
    ...wanted.map(template => fileOf(template, 'xlsx')),
  ]);
  mkdirSync(folder, { recursive: true });
  for (const template of wanted) {
    const sheet = template.sheets.findIndex(({ name }) => name === (SHOWN[template.id] ?? template.sheets[0].name));
    const png = pictureOf(fileOf(template, 'pdf'), String(sheet + 1));
    writeFileSync(`${folder}/${template.id}.png`, png);
    console.log(`${template.id.padEnd(20)} ${(png.length / 1000).toFixed(0).padStart(3)} kB`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
