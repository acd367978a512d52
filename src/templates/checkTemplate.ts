import { FormulaError } from '../cells/formula';
import { BETTER, MEASURES } from '../workbook/measures';
import { didYouMean, sameName } from '../workbook/names';
import { namesIn, rowResult } from './columnFormula';
import { type Check, listOf, number, oneOf, optional, shape, TemplateError, text, weight } from './schema';
import type { Template, TemplateColumn, TemplateKpi, TemplateSheet } from './template';

const template: Check<Template> = shape<Template>({
  id: text,
  version: number,
  name: text,
  summary: text,
  source: text,
  cadence: oneOf(['week', 'month', 'quarter'] as const),
  strategy: shape<Template['strategy']>({
    vision: text,
    values: text,
    currency: text,
    goals: listOf(shape<Template['strategy']['goals'][number]>({ name: text, why: text, weight: optional(weight) })),
    functions: listOf(shape<Template['strategy']['functions'][number]>({ name: text, weight: optional(weight) })),
  }),
  sheets: listOf(
    shape<TemplateSheet>({
      name: text,
      title: text,
      note: text,
      columns: listOf(
        shape<TemplateColumn>({
          id: text,
          header: text,
          format: optional(text),
          width: optional(number),
          sample: optional(listOf(number)),
          formula: optional(text),
        }),
      ),
    }),
  ),
  kpis: listOf(
    shape<TemplateKpi>({
      name: text,
      column: text,
      function: text,
      goal: text,
      measure: oneOf(MEASURES),
      better: oneOf(BETTER),
      target: optional(number),
      low: optional(number),
      high: optional(number),
      floor: optional(number),
      weight: optional(weight),
      unit: optional(text),
      note: optional(text),
    }),
  ),
});

/**
 * Checks a template that was read from its file: every field, and that what one part names another part has.
 *
 * @param data  as a JSON file gives it
 * @throws      TemplateError naming the field and what was expected there
 */
export function checkTemplate(data: unknown): Template {
  const checked = template(data, '');
  checkColumns(checked);
  checkKpis(checked);
  return checked;
}

function refuse(field: string, what: string): never {
  throw new TemplateError(`${field}: ${what}`);
}

function checkColumns({ sheets }: Template): void {
  const columns = sheets.flatMap((sheet, s) =>
    sheet.columns.map((column, c) => ({ ...column, field: `sheets[${s}].columns[${c}]` })),
  );
  const ids = columns.map(({ id }) => id);
  const length = columns.find(({ sample }) => sample)?.sample?.length;
  for (const [index, { id, sample, formula, field }] of columns.entries()) {
    if (ids.indexOf(id) !== index) refuse(`${field}.id`, `'${id}' names another column already.`);
    if ((sample === undefined) === (formula === undefined)) refuse(field, 'expected either a sample or a formula.');
    if (sample && sample.length !== length) {
      refuse(`${field}.sample`, `expected ${length} figures as in the other columns, found ${sample.length}.`);
    }
    if (formula !== undefined) checkFormula(formula, ids.slice(0, index), `${field}.formula`);
  }
}

/** A formula names columns that stand before its own, so that none waits for itself. */
function checkFormula(formula: string, before: string[], field: string): void {
  for (const name of namesIn(formula)) {
    if (!before.includes(name))
      refuse(field, `no column before it is called '${name}'${didYouMean(name, before) || '.'}`);
  }
  try {
    rowResult(formula, () => 1);
  } catch (error) {
    if (error instanceof FormulaError) refuse(field, error.message);
    throw error;
  }
}

function checkKpis({ sheets, strategy, kpis }: Template): void {
  const ids = sheets.flatMap(({ columns }) => columns.map(({ id }) => id));
  const goals = strategy.goals.map(({ name }) => name);
  const functions = strategy.functions.map(({ name }) => name);
  for (const [index, kpi] of kpis.entries()) {
    const field = `kpis[${index}]`;
    if (kpis.findIndex(({ name }) => sameName(name, kpi.name)) !== index)
      refuse(`${field}.name`, `'${kpi.name}' stands twice.`);
    mustName(ids, kpi.column, 'column', `${field}.column`);
    mustName(goals, kpi.goal, 'goal', `${field}.goal`);
    mustName(functions, kpi.function, 'business function', `${field}.function`);
    if (kpi.better === 'in range' ? kpi.low === undefined || kpi.high === undefined : kpi.target === undefined) {
      refuse(field, kpi.better === 'in range' ? 'expected low and high.' : 'expected a target.');
    }
  }
}

function mustName(names: string[], name: string, what: string, field: string): void {
  if (!names.includes(name)) refuse(field, `the template has no ${what} '${name}'${didYouMean(name, names) || '.'}`);
}
