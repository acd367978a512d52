import type { ICommandInfo, IUnitRange, IWorkbookData, Univer } from '@univerjs/core';
import { ICommandService, IResourceManagerService, LocaleType, LogLevel, UniverInstanceType } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel, SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import { createUniver, mergeLocales } from '@univerjs/presets';
import type { FWorkbook } from '@univerjs/sheets/facade';
import { CalculationMode, FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import { ILayoutService, UniverUIPlugin } from '@univerjs/ui';
import { calculate, uncalculated } from '../univer/calculation';
import { cellFunctionClasses } from '../univer/cellFunctions';
import { functionHelp } from '../univer/functionHelp';
import { withHistory } from '../univer/history';
import type { Spilled, WorkbookDocument } from './document';
import { explainErrors } from './explainErrors';
import { showSpilledFormats } from './spilledLook';

/** A change of the open workbook. */
export interface Change {
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
  /** Replaces the open workbook. Results come from the document; only formulas that have none are calculated. */
  open(document: WorkbookDocument): void;
  /** The open workbook as it stands: live data, to be stored or sent to a worker, not to be changed. */
  document(): Pick<WorkbookDocument, 'data' | 'spilled'>;
  /** Whether the engine is at work. */
  calculating(): boolean;
  /** Calls back when the engine starts or has ended, its results in the cells. */
  onCalculating(listener: (calculating: boolean) => void): () => void;
  /** Calls back after each change of the workbook. */
  onChange(listener: (change: Change) => void): () => void;
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
 */
export function startSpreadsheet(container: HTMLElement, engine: Worker, dark: boolean): Spreadsheet {
  const preset = UniverSheetsCorePreset({
    container,
    workerURL: engine,
    formula: {
      function: cellFunctionClasses(),
      description: functionHelp(),
      initialFormulaComputing: CalculationMode.NO_CALCULATION,
    },
  });
  oneRowOfTools(preset);
  const { univer, univerAPI } = createUniver({
    darkMode: dark,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(enUS) },
    logLevel: LogLevel.ERROR,
    override: withHistory,
    presets: [preset],
  });
  let book: FWorkbook | undefined;
  let atWork = false;
  const waiting = new Set<(calculating: boolean) => void>();
  /** The service is not there before the first workbook is. */
  const watchEngine = () =>
    univer
      .__getInjector()
      .get(FormulaCalculationSessionService)
      .state$.subscribe(({ started, completed, resultApplied }) => {
        const now = started && !(completed && resultApplied);
        if (now === atWork) return;
        atWork = now;
        for (const listener of waiting) listener(now);
      });
  const opened = () => {
    if (!book) throw new Error('No workbook is open yet.');
    return book;
  };

  return {
    api: univerAPI,
    book: opened,
    open(document) {
      const first = !book;
      if (book) univerAPI.disposeUnit(book.getId());
      // Univer never forgets an id; the same file may be opened twice.
      book = univerAPI.createWorkbook({ ...document.data, id: crypto.randomUUID() });
      if (first) {
        watchEngine();
        showSpilledFormats(univer.__getInjector());
        explainErrors(univer.__getInjector(), opened);
      }
      restoreSpilled(univer, book.getId(), document.spilled);
      const needed = [...uncalculated(book), ...spillingFormulas(book.getId(), document.spilled)];
      if (needed.length > 0) calculate(univer, needed);
    },
    document: () => liveDocument(univer, opened()),
    calculating: () => atWork,
    onCalculating(listener) {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
    onChange(listener) {
      const commands = univer.__getInjector().get(ICommandService);
      const disposable = commands.onCommandExecuted((command, options) => {
        const change = book && changeOf(book.getId(), command, options?.fromFormula === true);
        if (change) listener(change);
      });
      return () => disposable.dispose();
    },
    setDark: isDark => univerAPI.toggleDarkMode(isDark),
    focus() {
      univer.__getInjector().get(ILayoutService).focus();
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
function changeOf(unitId: string, { id, params }: Readonly<ICommandInfo>, results: boolean): Change | undefined {
  const { unitId: changed, subUnitId, arrayFormulaCellData } = (params ?? {}) as ChangeParams;
  if (id === SetArrayFormulaDataMutation.id) {
    return { sheets: Object.keys(arrayFormulaCellData?.[unitId] ?? {}), results: true };
  }
  if (!id.startsWith('sheet.mutation.') || changed !== unitId) return undefined;
  return { sheets: subUnitId ? [subUnitId] : [], results };
}

/** What Univer's mutations say of where they took place. */
interface ChangeParams {
  unitId?: string;
  subUnitId?: string;
  arrayFormulaCellData?: Record<string, object | undefined>;
}

/** The engine spills anew what it has not spilled itself. */
function spillingFormulas(unitId: string, spilled: WorkbookDocument['spilled']): IUnitRange[] {
  return Object.entries(spilled).flatMap(([sheetId, { ranges }]) =>
    Object.entries(ranges).flatMap(([row, line]) =>
      Object.keys(line).map(column => {
        const [r, c] = [Number(row), Number(column)];
        return { unitId, sheetId, range: { startRow: r, endRow: r, startColumn: c, endColumn: c } };
      }),
    ),
  );
}

/** Shows what array formulas had spilled until the engine has calculated them. */
function restoreSpilled(univer: Univer, unitId: string, spilled: WorkbookDocument['spilled']): void {
  if (Object.keys(spilled).length === 0) return;
  const ranges: Record<string, Spilled['ranges']> = {};
  const cells: Record<string, Spilled['cells']> = {};
  for (const [sheetId, sheet] of Object.entries(spilled)) {
    ranges[sheetId] = sheet.ranges;
    cells[sheetId] = sheet.cells;
  }
  univer
    .__getInjector()
    .get(ICommandService)
    .syncExecuteCommand(SetArrayFormulaDataMutation.id, {
      arrayFormulaRange: { [unitId]: ranges },
      arrayFormulaCellData: { [unitId]: cells },
    });
}

function liveDocument(univer: Univer, book: FWorkbook): Pick<WorkbookDocument, 'data' | 'spilled'> {
  const workbook = book.getWorkbook();
  const unitId = book.getId();
  const resources = univer
    .__getInjector()
    .get(IResourceManagerService)
    .getResources(unitId, UniverInstanceType.UNIVER_SHEET);
  const data: IWorkbookData = { ...workbook.getSnapshot(), resources };
  const model = univer.__getInjector().get(FormulaDataModel);
  const ranges = model.getArrayFormulaRange()[unitId] ?? {};
  const cells = model.getArrayFormulaCellData()[unitId] ?? {};
  const spilled: WorkbookDocument['spilled'] = {};
  for (const [sheetId, sheet] of Object.entries(ranges)) {
    spilled[sheetId] = { ranges: sheet, cells: (cells[sheetId] ?? {}) as Spilled['cells'] };
  }
  return { data, spilled };
}
