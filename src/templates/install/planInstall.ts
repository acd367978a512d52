import type { Cadence } from '../../cells/period';
import type { Edit } from '../../workbook/edit';
import { applyEdits } from '../../workbook/edits/applyEdits';
import { planEdits } from '../../workbook/edits/planEdits';
import { readRegister } from '../../workbook/register/readRegister';
import { readTables } from '../../workbook/register/readTracked';
import { DASHBOARD, emptyCompassSheets, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { sheetNames, viewSheet } from '../../workbook/sheets/sheetView';
import type { Snapshot } from '../../workbook/snapshot';
import { track } from '../../workbook/track/track';
import {
  addKpiColumns,
  addTemplateColumns,
  newStrategyRows,
  newTableRow,
  rewriteKpi,
} from '../../workbook/track/writeKpi';
import { compassPlaces } from '../dashboard/compassPlaces';
import { formatRows, newDashboard } from '../dashboard/dashboard';
import { leaveOut } from '../dashboard/leaveOut';
import { solved } from '../formula/calculate';
import { fingerprint } from '../installed/fingerprint';
import { installedTemplates, MADE_BY_PRODUCT } from '../installed/installed';
import type { Template, TemplateKpi } from '../template';
import { inCadence } from './inCadence';
import { calendarFor, freeName, type InstallOptions, type Layout, planLayout } from './layout';
import { limitEdits } from './limits';
import { extentOf, type PlacedSheet, sourceOf } from './placement';
import { sheetCells } from './sheetCells';
import { type Look, newSheetEdit, sheetLook, sparklineEdits } from './sheetLook';
import { strategyPage } from './strategyPage';

/** Something that the workbook and the template disagree about. */
export interface InstallQuestion {
  /** Key of `InstallOptions.answers`. */
  id: string;
  /** In an owner's words. */
  text: string;
  choices: { value: string; label: string }[];
  /** What is taken unless it is answered. */
  chosen: string;
}

/** What an installation would make, before it is made. */
export interface InstallPreview {
  /** New sheets, by their names in the workbook. */
  sheets: string[];
  /** KPIs that are tracked, as they will be called, and those that the workbook has already. */
  kpis: string[];
  joined: string[];
  /** New goals and business functions. */
  goals: string[];
  functions: string[];
  /** How many cells are written, and how many charts drawn. */
  cells: number;
  charts: number;
  cadence: Cadence;
  /** First and last period of the sheets. */
  periods: { first: string; last: string; count: number } | null;
  /** What the owner should know: names that were taken, a cadence that stays, rows that were left out. */
  notes: string[];
}

export interface InstallPlan {
  edits: Edit[];
  questions: InstallQuestion[];
  preview: InstallPreview;
}

/**
 * Plans an installation: the template's sheets, after all others and under names that no sheet has; its goals, functions and
 * KPIs, joined with those that the workbook has; the dashboard; and a row a sheet in `Compass Templates`.
 *
 * @param chosen    from the catalogue, or checked with `checkTemplate`
 * @param snapshot  the Compass sheets and the names of all others; for a mapping also the cells it names and those around them
 * @param options   with sample data or empty, what a workbook starts with, and answers to questions
 * @returns         edits that overwrite nothing, what is asked, and what would be made
 * @throws          TrackError where a mapped range cannot be read, or a Compass sheet lacks a header
 */
export function planInstall(chosen: Template, snapshot: Snapshot, options: InstallOptions): InstallPlan {
  const template = inCadence(chosen, calendarFor(readTables(snapshot), chosen, snapshot, options).cadence);
  const layout = planLayout(template, snapshot, options);
  const questions = questionsOf(template, snapshot, options);
  const answer = (id: string) => questions.find(question => question.id === id)?.chosen;
  const plan = planEdits(snapshot, solved);
  const { placed } = layout;
  const look: Look = { template, currency: layout.currency, locale: layout.locale };
  plan.add(() => placed.flatMap(sheet => [newSheetEdit(sheet), ...writes(layout, sheet)]));
  // How figures look is taken over where they are tracked.
  plan.add(() => placed.flatMap(sheet => [...sheetLook(look, sheet, placed), ...sparklineEdits(placed, sheet)]));
  const { vision, values, goals, functions } = template.strategy;
  const { cadence, fiscalYearStart } = layout.calendar;
  const head = { cadence, fiscalYearStart, currency: layout.currency };
  plan.add(now => emptyCompassSheets(now, options.mode === 'sample' ? { ...head, vision, values } : head));
  for (const goal of goals) plan.add(now => newStrategyRows(now, goal, { name: '' }));
  for (const business of functions) plan.add(now => newStrategyRows(now, { name: '' }, business));
  const names = new Map<string, string>();
  const isSample = options.mode === 'sample' && layout.mapped.size === 0;
  for (const kpi of template.kpis) {
    if (answer(`kpi ${kpi.name}`) === 'join') {
      names.set(kpi.column, kpi.name);
      continue;
    }
    plan.add(now => trackKpi(now, layout.mapped.size > 0 ? withoutAims(kpi) : kpi, placed, names));
    if (isSample) plan.add(now => markAsSample(now, names.get(kpi.column)!));
  }
  const hasDashboard = viewSheet(snapshot, DASHBOARD.name) !== null;
  const isOurs = !hasDashboard || madeByProduct(snapshot, DASHBOARD.name);
  plan.add(now =>
    hasDashboard
      ? isOurs
        ? [...leaveOut(now), ...formatRows(now)]
        : []
      : newDashboard(now, options.functions === true),
  );
  plan.add(now => placed.flatMap(sheet => limitEdits(template, sheet, compassPlaces(now), names, isOurs)));
  plan.add(now => placed.flatMap(sheet => strategyEdits(now, sheet)));
  plan.add(now => emptyCompassSheets(now, {}, [TEMPLATES]));
  if (isSample) plan.add(now => addTemplateColumns(now, ['Sample']));
  for (const sheet of placed) plan.add(now => installedRow(now, template, layout, sheet, isSample));
  for (const made of madeSheets(snapshot, plan.now, placed)) plan.add(now => madeRow(now, made));
  const edits = plan.finish();
  const joined = questions.flatMap(({ id, chosen }) => (chosen === 'join' ? [id.slice('kpi '.length)] : []));
  return {
    edits,
    questions,
    preview: previewOf(edits, snapshot, plan.now, layout, joined, notesOf(template, layout, options, isOurs)),
  };
}

function writes(layout: Layout, sheet: PlacedSheet): Edit[] {
  return sheetCells(layout, sheet).map(cells => ({ kind: 'write', sheet: sheet.name, ...cells }));
}

function trackKpi(now: Snapshot, kpi: TemplateKpi, placed: PlacedSheet[], names: Map<string, string>): Edit[] {
  const { name, column, usual: _, ...attributes } = kpi;
  const tables = readTables(now);
  const free = freeName(name, [...tables.names, ...(tables.data?.columns ?? []).map(other => other.name)]);
  names.set(column, free);
  return track(now, { ...attributes, ...sourceOf(placed, column), kpi: free, blank: true });
}

/** A KPI of the owner's own figures without the target and the worth of a stranger's: those are proposed from its own past. */
function withoutAims({ target: _, floor: __, worth: ___, ...kpi }: TemplateKpi): TemplateKpi {
  return kpi;
}

function markAsSample(now: Snapshot, kpi: string): Edit[] {
  const columns = addKpiColumns(now, ['Sample']);
  return [...columns, ...rewriteKpi(applyEdits(now, columns), kpi, 'Sample', 'yes')];
}

function strategyEdits(now: Snapshot, { name, blocks }: PlacedSheet): Edit[] {
  return blocks.flatMap(({ block, first }) =>
    block.kind === 'strategy'
      ? strategyPage(
          name,
          first,
          compassPlaces(now),
          readRegister(now).kpis.map(({ format }) => format),
        )
      : [],
  );
}

/** Whether a KPI of the workbook is the template's: joined then, unless they are chosen to be side by side. */
function questionsOf(template: Template, snapshot: Snapshot, { answers = {} }: InstallOptions): InstallQuestion[] {
  const { rows } = readTables(snapshot);
  const again = installedTemplates(snapshot).some(({ id }) => id === template.id);
  return template.kpis.flatMap((kpi): InstallQuestion[] => {
    const own = rows.find(({ name }) => sameName(name, kpi.name));
    if (!own) return [];
    const id = `kpi ${kpi.name}`;
    const isSame = own.measure === kpi.measure && own.better === kpi.better;
    const other = isSame
      ? ''
      : ` Yours is ${own.measure || 'of no measure'}, ${own.better}; the template's ${kpi.measure}, ${kpi.better}.`;
    const usual = isSame && !again ? 'join' : 'both';
    const chosen = answers[id] === 'join' || answers[id] === 'both' ? answers[id] : usual;
    return [
      {
        id,
        text: `The workbook has a KPI '${own.name}' already.${other} Is it the same?`,
        choices: [
          { value: 'join', label: 'the same: keep the existing one' },
          { value: 'both', label: 'different: track both; the new one gets a number after its name' },
        ],
        chosen,
      },
    ];
  });
}

/** What was made, so that a later version can find it again and take it out. */
function installedRow(
  snapshot: Snapshot,
  template: Template,
  layout: Layout,
  placed: PlacedSheet,
  isSample: boolean,
): Edit[] {
  const view = viewSheet(snapshot, placed.name)!;
  const ids = placed.sheet.blocks.flatMap(block => ('columns' in block ? block.columns.map(({ id }) => id) : []));
  const mapping = ids.flatMap(id => (layout.mapped.has(id) ? [`${id}=${layout.mapped.get(id)}`] : []));
  const range = { top: 0, left: 0, bottom: placed.rows - 1, right: placed.columns - 1 };
  const row = {
    Template: template.id,
    Version: template.version,
    Sheet: placed.name,
    Range: extentOf(placed),
    Fingerprint: fingerprint(view, range),
    Mapping: mapping.join('; '),
    Installed: Math.floor(snapshot.today),
    Sample: isSample ? 'yes' : null,
  };
  return newTableRow(snapshot, TEMPLATES, row, 0, { Installed: 'yyyy-mm-dd' });
}

/** The product's own sheets that this installation makes: they go with the last template. */
function madeSheets(before: Snapshot, after: Snapshot, placed: PlacedSheet[]): string[] {
  const there = [...sheetNames(before), ...placed.map(({ name }) => name)].map(name => name.toLowerCase());
  return sheetNames(after).filter(name => !there.includes(name.toLowerCase()));
}

function madeRow(snapshot: Snapshot, sheet: string): Edit[] {
  const row = { Template: MADE_BY_PRODUCT, Version: 1, Sheet: sheet, Installed: Math.floor(snapshot.today) };
  return newTableRow(snapshot, TEMPLATES, row, 0, { Installed: 'yyyy-mm-dd' });
}

function madeByProduct(snapshot: Snapshot, sheet: string): boolean {
  return installedTemplates(snapshot).some(
    ({ id, sheets }) => id === MADE_BY_PRODUCT && sheets.some(({ name }) => sameName(name, sheet)),
  );
}

function previewOf(
  edits: Edit[],
  before: Snapshot,
  after: Snapshot,
  layout: Layout,
  joined: string[],
  notes: string[],
): InstallPreview {
  const [old, fresh] = [readTables(before), readTables(after)];
  const fewer = (one: { name: string }[], other: { name: string }[]) =>
    one.flatMap(({ name }) => (other.some(each => sameName(each.name, name)) ? [] : [name]));
  const periods = layout.placed.flatMap(({ blocks }) => blocks.flatMap(({ grid }) => (grid ? [grid.periods] : [])))[0];
  return {
    sheets: edits.flatMap(edit => (edit.kind === 'add sheet' ? [edit.sheet] : [])),
    kpis: fewer(fresh.rows, old.rows),
    joined,
    goals: fewer(fresh.strategy.goals, old.strategy.goals),
    functions: fewer(fresh.strategy.functions, old.strategy.functions),
    cells: edits.reduce(
      (sum, edit) => sum + (edit.kind === 'write' ? edit.cells.flat().filter(cell => cell !== null).length : 0),
      0,
    ),
    charts: edits.filter(({ kind }) => kind === 'chart').length,
    cadence: layout.calendar.cadence,
    periods: periods?.length
      ? { first: periods[0]!.label, last: periods[periods.length - 1]!.label, count: periods.length }
      : null,
    notes,
  };
}

function notesOf(
  template: Template,
  { placed, calendar, currency, notes }: Layout,
  options: InstallOptions,
  isOurs: boolean,
): string[] {
  const said: string[] = [];
  for (const { sheet, name } of placed) {
    if (name !== sheet.name) said.push(`The workbook has a sheet '${sheet.name}'; the template's is called '${name}'.`);
  }
  const wanted = options.cadence ?? template.cadence;
  if (wanted !== calendar.cadence)
    said.push(`The workbook is reviewed every ${calendar.cadence}; the template will follow.`);
  const year = options.fiscalYearStart;
  if (year !== undefined && year !== calendar.fiscalYearStart) {
    said.push(`The workbook's fiscal year starts in month ${calendar.fiscalYearStart}; that is kept.`);
  }
  if (options.currency !== undefined && options.currency !== currency) {
    said.push(`The workbook's currency is ${currency}; that is kept.`);
  }
  if (!isOurs) said.push(`The workbook has a sheet '${DASHBOARD.name}' of its own; ours is not added.`);
  return [...said, ...notes];
}
