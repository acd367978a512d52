import { listed } from '../../cells/english';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import type { Start } from '../../../sidebar/App';
import { mountSidebar } from '../../../sidebar/main';
import { chartEdits } from '../../hosts/univer/looks/charts';
import { startAutosave } from '../../hosts/web/autosave';
import { startBar } from '../../hosts/web/bar';
import { webBridge } from '../../hosts/web/bridge';
import type { WorkbookDocument } from '../../hosts/web/document';
import { acceptDrops } from '../../hosts/web/drop';
import './page.css';
import { giveFile } from '../../hosts/giveFile';
import { startFinder } from '../../hosts/web/finder';
import { fillChoice, remember, usualLocale } from '../../hosts/web/locale/choice';
import { regionOf, walkRegions } from '../../hosts/web/regions';
import { askToReplace } from '../../hosts/web/replace';
import { askHowToSave } from '../../hosts/web/saveDialog';
import { startShowing } from '../../hosts/web/showing';
import { startSpreadsheet } from '../../hosts/web/spreadsheet';
import { documentFromEdits, emptyDocument, SAMPLE, sampleDocument } from '../../hosts/web/startWorkbooks';
import { today } from '../../hosts/web/today';
import { type ReadFile, startFiles } from '../../hosts/web/xlsx/files';
import { KPIS } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import type { Snapshot } from '../../workbook/snapshot';

const element = (id: string) => document.getElementById(id) as HTMLElement;
const darkColours = matchMedia('(prefers-color-scheme: dark)');

const localeChoice = element('locale') as HTMLSelectElement;
const bar = startBar(document);
const files = startFiles(() => new Worker('xlsx.js', { type: 'module' }));
const spreadsheet = startSpreadsheet(
  element('grid'),
  new Worker('engine.js', { type: 'module' }),
  darkColours.matches,
  usualLocale(),
);

/** What is open, apart from what the grid itself holds. */
let open: Omit<WorkbookDocument, 'data' | 'spilled'> = { name: '', notShown: [], unsaved: false };
/** What the sidebar is about: what is open, or is about to be in the grid. */
let shown = open;
const showing = startShowing();
let leaveSidebar: (() => void) | undefined;

const autosave = startAutosave(() => ({ ...open, ...spreadsheet.document() }), bar.kept);

const finder = startFinder(() => new Worker('finder.js', { type: 'module' }));
const bridge = webBridge(
  spreadsheet,
  showing.inGrid,
  {
    isSample: () => shown.name === SAMPLE && !shown.unsaved,
    open: () => pickFile(true),
    openText: (text, name) => openFile(new File([text], `${name}.csv`), true),
    openSample: () => void replace(sample, MAKING_SAMPLE),
    openEdits: (edits, name) => void replace(() => ({ document: documentFromEdits(edits, name) }), MAKING_SAMPLE),
  },
  { ...finder, atOpening: showing.atOpening },
);
const sample = () => ({ document: sampleDocument() });
const MAKING_SAMPLE = 'Making the sample workbook…';

async function show(document: WorkbookDocument, start?: Start, found?: ReadFile['found']): Promise<void> {
  const { name, opened, notShown, unsaved, locale: own } = document;
  const locale = own ?? usualLocale();
  const next = { name, opened, notShown, unsaved, ...(own && { locale: own }) };
  try {
    await showing.show({
      document,
      ...(found && { found }),
      locale,
      forList: start === 'setup',
      beside(first) {
        shown = next;
        mount(start, first);
      },
      grid() {
        spreadsheet.setLocale(locale);
        spreadsheet.open(document);
        open = next;
        fillChoice(localeChoice, spreadsheet.locale());
        bar.name(name);
      },
    });
  } catch (error) {
    shown = open;
    mount();
    throw error;
  }
}

function mount(start?: Start, first?: Snapshot): void {
  leaveSidebar?.();
  leaveSidebar = mountSidebar(element('sidebar'), bridge, start, first);
}

/** A workbook that is to be shown, and what is found in it where somebody looks. */
type Opened = Pick<ReadFile, 'document'> & Partial<ReadFile>;

async function replace(
  read: () => Opened | Promise<Opened>,
  working: string,
  start?: (workbook: WorkbookDocument) => Start | undefined,
): Promise<void> {
  bar.quiet();
  if (open.unsaved && !(await askToReplace(document, open.name, save))) return;
  bar.working(working);
  try {
    const { document: next, found: foundInFile } = await read();
    await show(next, start?.(next), foundInFile);
    autosave.replaced();
    if (next.notShown.length > 0) bar.say(`${fileName(next)} has ${listed(next.notShown)}. ${STAYS}`, 'note');
  } catch (error) {
    bar.say((error as Error).message, 'error');
  } finally {
    bar.working();
  }
}

const STAYS = 'This page does not show them, but they stay in the file when you save it.';

/** What a workbook is called as a file. */
function fileName({ name, opened }: Pick<WorkbookDocument, 'name' | 'opened'>, after = ''): string {
  return `${name}${after}.${opened?.ending ?? 'xlsx'}`;
}

function mediaType(name: string): string {
  if (name.endsWith('m')) return 'application/vnd.ms-excel.sheet.macroEnabled.12';
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}

/** @param setUp  whether to go on with what can be tracked, where nothing is yet */
function openFile(file: File, setUp = false): Promise<void> {
  const named = async () => {
    try {
      return await files.read(file, { locale: usualLocale(), today: today() });
    } catch (error) {
      throw new Error(`${file.name} was not opened. ${(error as Error).message}`);
    }
  };
  const start = (workbook: WorkbookDocument) => (setUp && !isTracked(workbook) ? ('setup' as const) : undefined);
  return replace(named, `Opening ${file.name}…`, start);
}

/** Whether a workbook has KPIs. */
function isTracked({ data }: WorkbookDocument): boolean {
  return Object.values(data.sheets).some(sheet => sameName(sheet.name, KPIS.name));
}

async function save(): Promise<boolean> {
  bar.quiet();
  bar.working(`Saving ${fileName(open)}…`);
  try {
    await spreadsheet.settled();
    const workbook = { ...spreadsheet.document(), opened: open.opened };
    let saved = await files.write(workbook, 'all');
    let name = fileName(open);
    if (saved.refused !== undefined || saved.leftBehind.length > 0) {
      const answer = await askHowToSave(document, name, saved, open.notShown);
      if (answer === 'cancel') return false;
      if (answer === 'cells') {
        saved = await files.write(workbook, 'cells');
        name = fileName(open, ' (changed cells)');
      }
      if (saved.refused !== undefined) name = `${open.name} (copy).xlsx`;
    }
    giveFile(name, mediaType(name), saved.bytes);
    open.unsaved = false;
    autosave.changed([]);
    const charts = chartEdits(workbook.data).length;
    const without = open.opened && saved.refused === undefined ? [] : open.notShown;
    const said = [
      ...(charts > 0
        ? [`It has ${charts === 1 ? 'a chart' : `${charts} charts`} of ours that the grid does not show.`]
        : []),
      ...(without.length > 0 ? [`It is without ${listed(without)}: the grid does not hold them.`] : []),
    ];
    if (said.length > 0) bar.say(`Saved ${name}. ${said.join(' ')}`, 'note');
    return true;
  } catch (error) {
    bar.say(`The workbook was not saved. ${(error as Error).message}`, 'error');
    return false;
  } finally {
    bar.working();
  }
}

/** Another locale for this workbook: what is in its cells stays as it is. */
function changeLocale(tag: string): void {
  open.locale = tag;
  remember(tag);
  spreadsheet.setLocale(tag);
  autosave.changed([]);
  mount();
}

const picker = element('file') as HTMLInputElement;
let pickedToSetUp = false;

function pickFile(setUp: boolean): void {
  pickedToSetUp = setUp;
  files.expect();
  picker.click();
}

picker.addEventListener('change', () => {
  const file = picker.files?.[0];
  picker.value = '';
  if (file) void openFile(file, pickedToSetUp);
});
localeChoice.addEventListener('change', () => changeLocale(localeChoice.value));
bar.button('open', () => pickFile(false));
bar.button('save', () => void save());
bar.button('new', () => void replace(() => ({ document: emptyDocument() }), 'Making an empty workbook…'));
bar.button('sample', () => void replace(sample, MAKING_SAMPLE));
addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void save();
});
acceptDrops(document, element('drop'), files.expect, file => void openFile(file));
walkRegions(document, [
  { holds: focused => element('grid').contains(focused), focus: spreadsheet.focus },
  regionOf(element('sidebar')),
  regionOf(element('bar')),
]);

spreadsheet.onCalculating(bar.calculating);
spreadsheet.onChange(({ sheets, results }) => {
  showing.changed();
  if (!results) open.unsaved = true;
  autosave.changed(sheets);
});
addEventListener('pagehide', autosave.now);
addEventListener('beforeunload', event => {
  autosave.now();
  // The browser asks whether to leave while what was done last is not kept yet, or can't be.
  if (document.body.dataset.kept !== 'yes') event.preventDefault();
});
darkColours.addEventListener('change', () => spreadsheet.setDark(darkColours.matches));

// For the browser's console, and for tests: the grid as Univer names it, and the sidebar's view of it.
Object.assign(window, { univerAPI: spreadsheet.api, compass: bridge });

/** Shows what was kept, or the sample where there is nothing, or nothing that can be shown. */
async function begin(): Promise<void> {
  const kept = await autosave.load();
  try {
    if (kept) return await show(kept, kept.name === SAMPLE && !kept.unsaved ? 'welcome' : undefined);
  } catch (error) {
    bar.say(`The workbook that was kept here could not be opened. ${(error as Error).message}`, 'error');
  }
  await show(sampleDocument(), 'welcome');
  autosave.replaced();
}

await begin();
bar.working();
