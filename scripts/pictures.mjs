/**
 * `npm run pictures`: a picture of each template with its sample figures, for the gallery and the docs. Each is installed into
 * a new workbook by the command that ships, printed by LibreOffice, drawn by pdftoppm and cropped to few colours by ImageMagick
 * (Debian: libreoffice-calc-nogui, poppler-utils, imagemagick).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** Pictures do not change with the day on which they are made. */
const AS_OF = '2026-11-23';
/** Dots an inch: a page of 11.7 inches becomes about 1,300 pixels wide. */
const RESOLUTION = '112';
/** The sheet that shows a template best, where it is not its first. Every sheet before it prints on one page. */
/** @type {Record<string, string>} */
const SHOWN = {
  'balanced-scorecard': 'Customer and finance',
  bakery: 'Bakehouse',
  workshop: 'Orders and stock',
  'project-budgets': 'Web shop',
  'multi-site': 'Sites compared',
};
const MOST_BYTES = 60_000;
/** White that stays around a cropped page, in pixels. */
const MARGIN = '16';

const folder = `${root}docs/images/templates`;
const scratch = mkdtempSync(join(tmpdir(), 'compass-pictures-'));

/** @type {(program: string, args: string[]) => void} */
function run(program, args) {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

/**
 * Draws one page of a PDF, without the white around it but for a margin, in as many colours as the size allows.
 *
 * @type {(pdf: string, page: string) => Buffer}
 */
function pictureOf(pdf, page) {
  run('pdftoppm', ['-r', RESOLUTION, '-f', page, '-l', page, '-singlefile', '-png', pdf, pdf]);
  for (const colours of ['64', '32', '16', '8']) {
    const crop = ['-trim', '-bordercolor', 'white', '-border', MARGIN, '+repage'];
    run('convert', [`${pdf}.png`, ...crop, '+dither', '-colors', colours, '-strip', `PNG8:${pdf}.few.png`]);
    const png = readFileSync(`${pdf}.few.png`);
    if (png.length <= MOST_BYTES) return png;
  }
  throw new Error(`${pdf}: the picture is larger than ${MOST_BYTES} bytes.`);
}

try {
  /** @type {typeof import('../src/index')} */
  const { templates } = await import(pathToFileURL(`${root}dist/node/index.js`).href);
  const only = process.argv.slice(2);
  const wanted = templates.filter(({ id }) => only.length === 0 || only.includes(id));
  const compass = `${root}dist/node/compass.js`;
  /** @type {(template: { id: string }, extension: string) => string} */
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
    const shown = SHOWN[template.id];
    const sheet = shown ? template.sheets.findIndex(({ name }) => name === shown) : 0;
    const png = pictureOf(fileOf(template, 'pdf'), String(sheet + 1));
    writeFileSync(`${folder}/${template.id}.png`, png);
    console.log(`${template.id.padEnd(20)} ${(png.length / 1000).toFixed(0).padStart(3)} kB`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
