import type { Formula } from '../../cells/formula';
import { didYouMean } from '../../workbook/sheets/names';
import { BESIDE, cellFormula, type Named, namesIn } from '../formula/templateFormula';
import type {
  AcrossBlock,
  PeriodsBlock,
  Template,
  TemplateBlock,
  TemplateColumn,
  TemplateLabel,
  TemplateSheet,
} from '../template';
import { TemplateError } from './schema';

/** Parts of a column that a formula may name wherever the column is. */
const FAR: Named['part'][] = ['all', 'latest', 'periods', 'total'];

/** What a formula may name: blocks before its own, and in its own block what is before it. */
interface Scope {
  template: Template;
  block: TemplateBlock;
  /** Ids that are before the formula in its own block. */
  before: string[];
  /** Below a table: the whole table may be added up. */
  isTotal?: boolean;
  /** The first row of periods has none before it. */
  isFirst?: boolean;
}

/**
 * Checks one block: that each cell is either typed or worked out, and that formulas name what is there.
 *
 * @param field  where the block is in the template's file
 * @throws       TemplateError
 */
export function checkBlock(template: Template, sheet: TemplateSheet, block: TemplateBlock, field: string): void {
  if (block.kind === 'labels') {
    for (const [index, label] of block.labels.entries())
      checkLabel(template, block, label, index, `${field}.labels[${index}]`);
  } else if (block.kind === 'periods' || block.kind === 'table') {
    for (const [index, column] of block.columns.entries()) {
      const scope = { template, block, before: block.columns.slice(0, index).map(({ id }) => id) };
      checkColumn(scope, column, `${field}.columns[${index}]`);
    }
  } else if (block.kind === 'across') {
    checkAcross(template, block, field);
  } else if (block.kind === 'text' && block.says !== undefined) {
    checkFormula({ template, block, before: template.sheets.flatMap(labelsOf) }, block.says, `${field}.says`);
  }
  if (block.kind === 'periods') {
    const below = sheet.blocks.slice(sheet.blocks.indexOf(block) + 1).find(({ kind }) => kind !== 'text');
    if (below) refuse(field, 'expected the periods to be the last block of their sheet but for text.');
    const { own, columns } = block;
    const wrong = own && columns.find(({ sample }) => sample && sample.length !== own.closed + own.ahead);
    if (wrong) refuse(field, `expected ${own.closed + own.ahead} figures in ${wrong.id}, as many as its own periods.`);
  }
}

function refuse(field: string, what: string): never {
  throw new TemplateError(`${field}: ${what}`);
}

function labelsOf({ blocks }: TemplateSheet): string[] {
  return blocks.flatMap(block => (block.kind === 'labels' ? block.labels.map(({ id }) => id) : []));
}

/** All rows of a block across are of the same periods. */
function checkAcross(template: Template, { from, status, lines }: AcrossBlock, field: string): void {
  if (homeOf(template, from)?.kind !== 'labels') refuse(`${field}.from`, `the template has no label '${from}'.`);
  const home = homeOf(template, status);
  const named = [{ status }, ...lines.map(({ column, less = column }) => ({ column, less }))];
  for (const id of named.flatMap(each => Object.values(each))) {
    const own = homeOf(template, id);
    if (own?.kind !== 'periods') refuse(field, `no column of periods is called '${id}'.`);
    if (own !== home) refuse(field, `'${id}' is in another block than '${status}'.`);
  }
}

function checkLabel(
  template: Template,
  block: TemplateBlock,
  label: TemplateLabel,
  index: number,
  field: string,
): void {
  if ((label.sample === undefined) === (label.formula === undefined))
    refuse(field, 'expected either a sample or a formula.');
  const before = block.kind === 'labels' ? block.labels.slice(0, index).map(({ id }) => id) : [];
  if (label.formula !== undefined) checkFormula({ template, block, before }, label.formula, `${field}.formula`);
}

function checkColumn(scope: Scope, column: TemplateColumn, field: string): void {
  const { block } = scope;
  const kinds = [column.sample, column.formula, column.formulas, column.sparklines].filter(kind => kind !== undefined);
  if (kinds.length !== 1) {
    refuse(
      field,
      block.kind === 'table'
        ? 'expected a sample, a formula, formulas or sparklines.'
        : 'expected either a sample or a formula.',
    );
  }
  if (block.kind === 'periods' && (column.formulas || column.sparklines || column.total || column.day || column.keep)) {
    refuse(field, 'formulas, sparklines, total, day and keep belong to tables.');
  }
  if (block.kind === 'table') {
    for (const [name, list] of Object.entries({
      sample: column.sample,
      formulas: column.formulas,
      sparklines: column.sparklines,
    })) {
      if (list && list.length > block.rows)
        refuse(`${field}.${name}`, `expected at most ${block.rows} rows, found ${list.length}.`);
    }
  }
  const looksBack = column.formula !== undefined && namesIn(column.formula).some(({ part }) => part === 'before');
  if (looksBack && column.first === undefined) refuse(field, 'expected first, the formula of the first row.');
  if (column.formula !== undefined) {
    checkFormula(
      { ...scope, before: looksBack ? [...scope.before, column.id, ...later(scope, column)] : scope.before },
      column.formula,
      `${field}.formula`,
    );
  }
  if (column.first !== undefined) checkFormula({ ...scope, isFirst: true }, column.first, `${field}.first`);
  for (const [row, formula] of (column.formulas ?? []).entries())
    checkFormula(scope, formula, `${field}.formulas[${row}]`);
  for (const [row, id] of (column.sparklines ?? []).entries()) {
    if (homeOf(scope.template, id)?.kind !== 'periods')
      refuse(`${field}.sparklines[${row}]`, `no column of periods is called '${id}'.`);
  }
  if (column.total !== undefined) {
    if (block.kind === 'table' && block.total === undefined)
      refuse(`${field}.total`, 'the table has no total row; give it a total.');
    checkFormula({ ...scope, before: [...scope.before, column.id], isTotal: true }, column.total, `${field}.total`);
  }
}

/** The columns after one: the row before may be looked at in them too. */
function later({ block }: Scope, column: TemplateColumn): string[] {
  return 'columns' in block ? block.columns.slice(block.columns.indexOf(column)).map(({ id }) => id) : [];
}

function checkFormula(scope: Scope, formula: string, field: string): void {
  for (const named of namesIn(formula)) checkName(scope, named, field);
  const any = { top: 0, left: 0, bottom: 0, right: 0 };
  try {
    cellFormula(formula, { range: () => any, periods: () => any, next: (period: Formula) => period, year: 1 });
  } catch (error) {
    if (error instanceof Error && error.name === 'FormulaError') refuse(field, error.message);
    throw error;
  }
}

/** The block in which an id is. */
function homeOf({ sheets }: Template, id: string): TemplateBlock | undefined {
  return sheets
    .flatMap(({ blocks }) => blocks)
    .find(block =>
      (block.kind === 'labels' ? block.labels : 'columns' in block ? block.columns : []).some(each => each.id === id),
    );
}

function checkName(scope: Scope, { id, part }: Named, field: string): void {
  const { template, block, before } = scope;
  if (BESIDE.includes(id)) {
    if (block.kind === 'periods') return;
    refuse(field, `[${id}] is known beside a column of periods only.`);
  }
  const home = homeOf(template, id);
  const own = home === block;
  const blocks = template.sheets.flatMap(sheet => sheet.blocks);
  const stands =
    home !== undefined &&
    (own || block.kind === 'text'
      ? before.includes(id) || (!own && FAR.includes(part))
      : blocks.indexOf(home) < blocks.indexOf(block) || FAR.includes(part));
  if (!stands) {
    const known = [...blocks.slice(0, blocks.indexOf(block)).flatMap(idsOf), ...before];
    refuse(field, `no column before it is called '${id}'${didYouMean(id, known) || '.'}`);
  }
  if (part === 'before' && block.kind !== 'periods')
    refuse(field, `[${id}:before] is known beside a column of periods only.`);
  if (part === 'before' && scope.isFirst) refuse(field, 'the first row has none before it.');
  if (part === 'latest' && home!.kind !== 'periods')
    refuse(field, `[${id}:latest] is the newest of a column of periods; '${id}' is none.`);
  if (part === 'periods' && home!.kind !== 'periods')
    refuse(field, `[${id}:periods] are the periods beside a column; '${id}' has none.`);
  if (part === 'total' && !(home!.kind === 'table' && home!.total !== undefined))
    refuse(field, `[${id}:total] needs a table with a total.`);
  if (part === 'next') refuse(field, `[${id}:next] is known of the period only.`);
  if (part !== '' && part !== '?' && part !== 'before') return;
  const near = home!.kind === 'labels' || (own && !scope.isTotal) || sameGrid(home!, block);
  if (!near)
    refuse(
      field,
      `'${id}' has many cells here; write [${id}:all]${home!.kind === 'periods' ? ` or [${id}:latest]` : ''}.`,
    );
}

function idsOf(block: TemplateBlock): string[] {
  return (block.kind === 'labels' ? block.labels : 'columns' in block ? block.columns : []).map(({ id }) => id);
}

/** Two blocks of periods whose rows are the same periods. */
function sameGrid(one: TemplateBlock, other: TemplateBlock): boolean {
  const grid = (block: PeriodsBlock) => JSON.stringify(block.own ?? null);
  return one.kind === 'periods' && other.kind === 'periods' && grid(one) === grid(other);
}
