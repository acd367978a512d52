import { FormulaError } from '../../cells/formula';
import { listProblem } from '../../workbook/edits/entryRule';
import { BETTER, COMBINE, MEASURES } from '../../workbook/sheets/measures';
import { didYouMean, sameName } from '../../workbook/sheets/names';
import {
  type AcrossBlock,
  type AcrossLine,
  type Allowed,
  FUNCTION_TAGS,
  type LabelsBlock,
  type PeriodsBlock,
  type StrategyBlock,
  type TableBlock,
  type Template,
  type TemplateBlock,
  type TemplateChart,
  type TemplateColumn,
  type TemplateKpi,
  type TemplateLabel,
  type TemplateSheet,
  type TextBlock,
  TRADES,
} from '../template';
import { checkBlock } from './checkBlock';
import { columnIds, inputsOf, periodColumns } from './parts';
import {
  type Check,
  flag,
  kindOf,
  listOf,
  numberCheck,
  oneOf,
  optional,
  sample,
  shape,
  TemplateError,
  textCheck,
  weight,
  whole,
} from './schema';

const CADENCES = ['week', 'month', 'quarter'] as const;

/** As many periods as an installation may have, and rows as a person can look through. */
const MOST_PERIODS = 400;
const MOST_ROWS = 1000;
/** Periods beside each other that a page holds and a person can read. */
const MOST_ACROSS = 20;

/** Choices that every host can offer. */
const choices: Check<string[]> = (value, field) => {
  const list = listOf(textCheck)(value, field);
  const problem = listProblem(list);
  if (problem !== null) throw new TemplateError(`${field}: the list ${problem}.`);
  return list;
};

const allowed: Check<Allowed> = shape<Allowed>({
  list: optional(choices),
  number: optional(shape<NonNullable<Allowed['number']>>({ from: optional(numberCheck), to: optional(numberCheck) })),
  date: optional(flag),
});

const column: Check<TemplateColumn> = shape<TemplateColumn>({
  id: textCheck,
  header: textCheck,
  was: optional(listOf(textCheck)),
  format: optional(textCheck),
  width: optional(numberCheck),
  sample: optional(listOf(sample)),
  formula: optional(textCheck),
  first: optional(textCheck),
  formulas: optional(listOf(textCheck)),
  sparklines: optional(listOf(textCheck)),
  keep: optional(flag),
  day: optional(flag),
  total: optional(textCheck),
  note: optional(textCheck),
  allow: optional(allowed),
  words: optional(listOf(textCheck)),
});

const block: Check<TemplateBlock> = kindOf<TemplateBlock>({
  labels: shape<LabelsBlock>({
    kind: oneOf(['labels'] as const),
    heading: optional(textCheck),
    labels: listOf(
      shape<TemplateLabel>({
        id: textCheck,
        label: textCheck,
        sample: optional(sample),
        formula: optional(textCheck),
        keep: optional(flag),
        format: optional(textCheck),
        hint: optional(textCheck),
        allow: optional(allowed),
      }),
    ),
  }),
  periods: shape<PeriodsBlock>({
    kind: oneOf(['periods'] as const),
    heading: optional(textCheck),
    columns: listOf(column),
    own: optional(
      shape<NonNullable<PeriodsBlock['own']>>({
        cadence: oneOf(CADENCES),
        closed: whole(0, MOST_PERIODS),
        ahead: whole(0, MOST_PERIODS),
      }),
    ),
  }),
  table: shape<TableBlock>({
    kind: oneOf(['table'] as const),
    heading: optional(textCheck),
    rows: whole(1, MOST_ROWS),
    columns: listOf(column),
    total: optional(textCheck),
  }),
  text: shape<TextBlock>({
    kind: oneOf(['text'] as const),
    heading: optional(textCheck),
    says: optional(textCheck),
    lines: listOf(textCheck),
  }),
  across: shape<AcrossBlock>({
    kind: oneOf(['across'] as const),
    heading: optional(textCheck),
    from: textCheck,
    back: whole(1, MOST_ACROSS),
    ahead: whole(1, MOST_ACROSS),
    status: textCheck,
    words: listOf(textCheck),
    lines: listOf(
      shape<AcrossLine>({
        label: textCheck,
        column: textCheck,
        less: optional(textCheck),
        format: optional(textCheck),
        strong: optional(flag),
        alarm: optional(flag),
      }),
    ),
  }),
  strategy: shape<StrategyBlock>({ kind: oneOf(['strategy'] as const), heading: optional(textCheck) }),
});

const template: Check<Template> = shape<Template>({
  id: textCheck,
  version: whole(1, 9999),
  name: textCheck,
  summary: textCheck,
  source: textCheck,
  trades: listOf(oneOf(TRADES)),
  functions: listOf(oneOf(FUNCTION_TAGS)),
  minutes: weight,
  cadence: oneOf(CADENCES),
  strategy: shape<Template['strategy']>({
    vision: textCheck,
    values: textCheck,
    currency: textCheck,
    goals: listOf(
      shape<Template['strategy']['goals'][number]>({
        name: textCheck,
        why: textCheck,
        weight: optional(weight),
        owner: optional(textCheck),
      }),
    ),
    functions: listOf(shape<Template['strategy']['functions'][number]>({ name: textCheck, weight: optional(weight) })),
  }),
  sheets: listOf(
    shape<TemplateSheet>({
      name: textCheck,
      title: textCheck,
      note: textCheck,
      blocks: listOf(block),
      charts: optional(
        listOf(
          shape<TemplateChart>({
            type: oneOf(['line', 'column', 'bar'] as const),
            title: textCheck,
            columns: listOf(textCheck),
            by: optional(textCheck),
            format: optional(textCheck),
          }),
        ),
      ),
      onePage: optional(flag),
    }),
  ),
  kpis: listOf(
    shape<TemplateKpi>({
      name: textCheck,
      column: textCheck,
      function: textCheck,
      goal: textCheck,
      measure: oneOf(MEASURES),
      better: oneOf(BETTER),
      target: optional(numberCheck),
      low: optional(numberCheck),
      high: optional(numberCheck),
      floor: optional(numberCheck),
      weight: optional(weight),
      unit: optional(textCheck),
      combine: optional(oneOf(COMBINE)),
      outOf: optional(textCheck),
      worth: optional(numberCheck),
      owner: optional(textCheck),
      note: optional(textCheck),
      usual: optional(textCheck),
    }),
  ),
});

import { BESIDE } from '../formula/templateFormula';

/** What Excel takes as the name of a sheet, with room for a number behind it. */
const SHEET_NAME = /^(?!')[^[\]:*?/\\]{1,26}(?<!')$/;

/**
 * Checks a template that was read from its file: every field, and that what one part names another part has.
 *
 * @param data  as a JSON file gives it
 * @throws      TemplateError naming the field and what was expected there
 */
export function checkTemplate(data: unknown): Template {
  const checked = template(data, '');
  checkIds(checked);
  checkSamples(checked);
  for (const [s, sheet] of checked.sheets.entries()) {
    const field = `sheets[${s}]`;
    if (!SHEET_NAME.test(sheet.name)) {
      refuse(
        `${field}.name`,
        `'${sheet.name}' cannot be a sheet's name; use at most 26 letters and none of [ ] : * ? / \\.`,
      );
    }
    for (const [b, each] of sheet.blocks.entries())
      inWords(`${field}.blocks[${b}]`, at => checkBlock(checked, sheet, each, at));
    for (const [c, chart] of (sheet.charts ?? []).entries()) checkChart(checked, sheet, chart, `${field}.charts[${c}]`);
  }
  checkKpis(checked);
  return checked;
}

function refuse(field: string, what: string): never {
  throw new TemplateError(`${field}: ${what}`);
}

/** A formula that cannot be read is named by its field. */
function inWords(field: string, check: (field: string) => void): void {
  try {
    check(field);
  } catch (error) {
    if (error instanceof FormulaError) refuse(field, error.message);
    throw error;
  }
}

function checkIds(checked: Template): void {
  const ids: string[] = [...BESIDE];
  for (const [s, { blocks }] of checked.sheets.entries()) {
    for (const [b, each] of blocks.entries()) {
      const own = each.kind === 'labels' ? each.labels : 'columns' in each ? each.columns : [];
      for (const [c, { id }] of own.entries()) {
        const field = `sheets[${s}].blocks[${b}].${each.kind === 'labels' ? 'labels' : 'columns'}[${c}].id`;
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(id)) refuse(field, `expected letters, digits and _, found "${id}".`);
        if (ids.includes(id)) refuse(field, `'${id}' names another cell already.`);
        ids.push(id);
      }
    }
  }
}

/** The samples of the review periods are all of one length. */
function checkSamples(checked: Template): void {
  const inputs = inputsOf(checked).filter(({ block: { own } }) => own === undefined);
  const length = inputs[0]?.column.sample?.length;
  for (const { column, field } of inputs) {
    const figures = column.sample!;
    for (const [at, cell] of figures.entries()) if (cell !== null) numberCheck(cell, `${field}.sample[${at}]`);
    if (figures.length !== length) {
      refuse(`${field}.sample`, `expected ${length} figures as in the other columns, found ${figures.length}.`);
    }
  }
}

function checkChart(checked: Template, { blocks }: TemplateSheet, { columns, by }: TemplateChart, field: string): void {
  const named = by === undefined ? columns : [...columns, by];
  const known = blocks.map(each => ('columns' in each ? each.columns.map(({ id }) => id) : []));
  const all = checked.sheets.flatMap(sheet =>
    sheet.blocks.map(each => ('columns' in each ? each.columns.map(({ id }) => id) : [])),
  );
  const isAcross = blocks.some(({ kind }) => kind === 'across');
  const home = (isAcross ? all : known).find(ids => ids.includes(columns[0]!));
  if (!home) mustName(known.flat(), columns[0]!, 'column on this sheet', `${field}.columns[0]`);
  for (const name of named) {
    if (!columnIds(checked).includes(name)) mustName(columnIds(checked), name, 'column', field);
    if (!home!.includes(name)) refuse(field, `'${name}' is in another block than '${columns[0]}'.`);
  }
}

function checkKpis(checked: Template): void {
  const { strategy, kpis } = checked;
  const ids = periodColumns(checked).map(({ id }) => id);
  const goals = strategy.goals.map(({ name }) => name);
  const functions = strategy.functions.map(({ name }) => name);
  for (const [index, kpi] of kpis.entries()) {
    const field = `kpis[${index}]`;
    if (kpis.findIndex(({ name }) => sameName(name, kpi.name)) !== index)
      refuse(`${field}.name`, `'${kpi.name}' appears twice.`);
    mustName(ids, kpi.column, 'column', `${field}.column`);
    mustName(goals, kpi.goal, 'goal', `${field}.goal`);
    mustName(functions, kpi.function, 'business function', `${field}.function`);
    if (kpi.outOf !== undefined)
      mustName(
        kpis.map(({ name }) => name),
        kpi.outOf,
        'KPI',
        `${field}.outOf`,
      );
    if (kpi.better === 'in range' ? kpi.low === undefined || kpi.high === undefined : kpi.target === undefined) {
      refuse(field, kpi.better === 'in range' ? 'expected low and high.' : 'expected a target.');
    }
  }
}

function mustName(names: string[], name: string, what: string, field: string): void {
  if (!names.includes(name)) refuse(field, `the template has no ${what} '${name}'${didYouMean(name, names) || '.'}`);
}
