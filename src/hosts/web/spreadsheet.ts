import {
  type ICommandInfo,
  ICommandService,
  type INumfmtLocaleTag,
  type Injector,
  IResourceManagerService,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  UniverInstanceType,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import { createUniver } from '@univerjs/presets';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { CalculationMode, FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import { ILayoutService, UniverUIPlugin } from '@univerjs/ui';
import { startCalculation, uncalculated } from '../univer/calculation/calculation';
import { cellFunctionClasses } from '../univer/calculation/cellFunctions';
import { functionHelp } from '../univer/calculation/functionHelp';
import { withHistory } from '../univer/edits/history';
import { keptFollows } from '../univer/looks/keptFollows';
import { assistGrid } from './assistive';
import type { WorkbookDocument } from './document';
import { packingOpenings } from './engineMessages';
import { explainErrors } from './explainErrors';
import { type GridLocale, localeInGrid } from './locale/inGrid';
import { restoreSpilled, showSpilledFormats, spilledOf } from './spilled';
import { locale } from './words';

/** The engine starts a tenth of a second after a change; wait a little longer before looking whether it is at work. */
export const SETTLE = 150;

/** A change of the open workbook. */
export interface SheetChange {
  /** Ids of the sheets that changed; none for the workbook as a whole. */
  sheets: string[];
  /** Whether it is the engine's results that changed, not what somebody did. */
  results: boolean;
}

/** The grid of the page with the workbook that is open in it. */
export interface Spreadsheet {
  /** Univer's own interface. */
  readonly api: FUniver;
  /** The open workbook. */
  book(): FWorkbook;
  /** Replaces the open workbook, which is read in the locale that was set last. Results come from the document; only formulas that have none are calculated. */
  open(document: WorkbookDocument): void;
  /** The locale in which the open workbook is read and shown, as a BCP 47 tag. */
  locale(): string;
  /** Reads and shows the open workbook in another one. */
  setLocale(tag: string): void;
  /** The open workbook as it is: live data, to be stored or sent to a worker, not to be changed. */
  document(): Pick<WorkbookDocument, 'data' | 'spilled'>;
  /** Whether the engine is at work. */
  calculating(): boolean;
  /** Resolves once the results of what was done so far are in the cells. */
  settled(): Promise<void>;
  /** Calls back when the engine starts or has ended, its results in the cells. */
  onCalculating(listener: (calculating: boolean) => void): () => void;
  /** Calls back after each change of the workbook. */
  onChange(listener: (change: SheetChange) => void): () => void;
  setDark(dark: boolean): void;
  /** Gives the keyboard to the cells. */
  focus(): true;
}

/**
 * Starts Univer in an element of the page, its formula engine in a worker.
 *
 * @param container  where the grid is drawn
 * @param engine     the worker that runs the formula engine
 * @param dark       whether to begin in dark colours
 * @param tag        the locale in which to begin
 */
export function startSpreadsheet(container: HTMLElement, engine: Worker, dark: boolean, tag: string): Spreadsheet {
  const preset = UniverSheetsCorePreset({
    container,
    workerURL: packingOpenings(engine),
    formula: {
      function: cellFunctionClasses(),
      description: functionHelp(),
      initialFormulaComputing: CalculationMode.NO_CALCULATION,
    },
  });
  oneRowOfTools(preset);
  assistGrid(container);
  const { univer, univerAPI } = createUniver({
    darkMode: dark,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: locale },
    logLevel: LogLevel.ERROR,
    override: withHistory,
    presets: [
      preset,
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsDataValidationPreset(),
      UniverSheetsNotePreset(),
    ],
  });
  const services = univer.__getInjector();
  let book: FWorkbook | undefined;
  let currentLocale = tag;
  let inGrid: GridLocale | undefined;
  let atWork = false;
  const waiting = new Set<(calculating: boolean) => void>();
  /** The service is not there before the first workbook is. */
  const watchEngine = () =>
    services.get(FormulaCalculationSessionService).state$.subscribe(({ started, completed, resultApplied }) => {
      const now = started && !(completed && resultApplied);
      if (now === atWork) return;
      atWork = now;
      for (const listener of waiting) listener(now);
    });
  const opened = () => {
    if (!book) throw new Error('No workbook is open yet.');
    return book;
  };

  /** Univer never forgets an id, and the same file may be opened twice. */
  const create = ({ data }: Pick<WorkbookDocument, 'data'>) =>
    univerAPI.createWorkbook({ ...data, id: crypto.randomUUID() });

  return {
    api: univerAPI,
    book: opened,
    open(document) {
      const previous = book && liveDocument(services, book);
      if (book) univerAPI.disposeUnit(book.getId());
      try {
        book = create(document);
      } catch (error) {
        if (previous) book = create(previous);
        throw error;
      }
      if (!previous) {
        watchEngine();
        keptFollows(services);
        showSpilledFormats(services);
        explainErrors(services, opened);
        inGrid = localeInGrid(services, currentLocale);
      }
      book.setNumfmtLocal(currentLocale as INumfmtLocaleTag);
      const needed = [...uncalculated(book), ...restoreSpilled(services, book.getId(), document.spilled)];
      if (needed.length > 0) startCalculation(univer, needed);
    },
    locale: () => currentLocale,
    setLocale(next) {
      currentLocale = next;
      inGrid?.use(next);
      book?.setNumfmtLocal(next as INumfmtLocaleTag);
    },
    document: () => liveDocument(services, opened()),
    calculating: () => atWork,
    async settled() {
      do await new Promise(resolve => setTimeout(resolve, SETTLE));
      while (atWork);
    },
    onCalculating(listener) {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
    onChange(listener) {
      const disposable = services.get(ICommandService).onCommandExecuted((command, options) => {
        const change = book && changeOf(book.getId(), command, options?.fromFormula === true);
        if (change) listener(change);
      });
      return () => disposable.dispose();
    },
    setDark: isDark => univerAPI.toggleDarkMode(isDark),
    focus() {
      services.get(ILayoutService).focus();
      return true;
    },
  };
}

/** The preset does not hand this setting on: tabs above the tools would take a second row. */
function oneRowOfTools({ plugins }: ReturnType<typeof UniverSheetsCorePreset>): void {
  for (const plugin of plugins) {
    if (Array.isArray(plugin) && plugin[0] === UniverUIPlugin)
      Object.assign(plugin[1] as object, { ribbonType: 'simple' });
  }
}

/** What a command changed in a workbook; nothing where it is about something else. */
function changeOf(unitId: string, { id, params }: Readonly<ICommandInfo>, results: boolean): SheetChange | undefined {
  const { unitId: changed, subUnitId, arrayFormulaCellData } = (params ?? {}) as ChangeParams;
  if (id === SetArrayFormulaDataMutation.id) {
    return { sheets: Object.keys(arrayFormulaCellData?.[unitId] ?? {}), results: true };
  }
  if (!/^(sheet|data-validation)\.mutation\./.test(id) || changed !== unitId) return undefined;
  return { sheets: subUnitId ? [subUnitId] : [], results };
}

/** What Univer's mutations say of where they took place. */
interface ChangeParams {
  unitId?: string;
  subUnitId?: string;
  arrayFormulaCellData?: Record<string, object | undefined>;
}

function liveDocument(services: Injector, book: FWorkbook): Pick<WorkbookDocument, 'data' | 'spilled'> {
  const unitId = book.getId();
  const resources = services.get(IResourceManagerService).getResources(unitId, UniverInstanceType.UNIVER_SHEET);
  const data: IWorkbookData = { ...book.getWorkbook().getSnapshot(), resources };
  return { data, spilled: spilledOf(services, unitId) };
}
