import type { PeriodsBlock, TableBlock, Template, TemplateColumn, TemplateSheet } from '../template';

/** A column of a template with the block and the sheet that it is in. */
export interface LocatedColumn<Block> {
  sheet: TemplateSheet;
  block: Block;
  column: TemplateColumn;
  /** Where it is in the template's file: `sheets[0].blocks[0].columns[2]`. */
  field: string;
}

/** Every column of a template. */
export function partsOf({ sheets }: Template): LocatedColumn<PeriodsBlock | TableBlock>[] {
  return sheets.flatMap((sheet, s) =>
    sheet.blocks.flatMap((block, b) =>
      'columns' in block
        ? block.columns.map((column, c) => ({ sheet, block, column, field: `sheets[${s}].blocks[${b}].columns[${c}]` }))
        : [],
    ),
  );
}

/** What is typed each period: the columns of periods that are no formulas. These are what a mapping can fill. */
export function inputsOf(template: Template): LocatedColumn<PeriodsBlock>[] {
  return partsOf(template).filter(
    (part): part is LocatedColumn<PeriodsBlock> => part.block.kind === 'periods' && part.column.sample !== undefined,
  );
}

/** What is typed into one of a template's sheets, by the labels and headers that an owner reads there. */
export function typedInto({ blocks }: TemplateSheet): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'labels') return block.labels.flatMap(each => (each.formula === undefined ? each.label : []));
    if (!('columns' in block)) return [];
    return block.columns.flatMap(each =>
      each.sample !== undefined && !('keep' in each && each.keep) ? each.header : [],
    );
  });
}

/** The columns of periods, typed or worked out. */
export function periodColumns(template: Template): TemplateColumn[] {
  return partsOf(template).flatMap(({ block, column }) => (block.kind === 'periods' ? [column] : []));
}

/** The ids of all columns. */
export function columnIds(template: Template): string[] {
  return partsOf(template).map(({ column }) => column.id);
}

/** A column by its id. */
export function columnOf(template: Template, id: string): TemplateColumn | undefined {
  return partsOf(template).find(({ column }) => column.id === id)?.column;
}
