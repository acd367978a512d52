import { parseFormula } from '../../cells/parseFormula';
import { printFormula } from '../../cells/printFormula';
import type { Cell } from '../../cells/value';
import { type Content, type Edit, isFormula } from '../../workbook/edit';

/** A formula on its way to the script: its text, and the result that is known. As a model it is six times as long. */
type Printed = [formula: string, value?: Cell];

/** Edits as they travel from the sidebar to the script. */
export type PackedEdit = Exclude<Edit, { kind: 'write' }> | PackedWrite;
type PackedWrite = Omit<Extract<Edit, { kind: 'write' }>, 'cells'> & { cells: (Content | Printed)[][] };

/** Makes formulas texts, so that the largest template is a few hundred kilobytes. */
export function packEdits(edits: Edit[]): PackedEdit[] {
  return edits.map(edit =>
    edit.kind === 'write' ? { ...edit, cells: edit.cells.map(line => line.map(packContent)) } : edit,
  );
}

/** Makes them formulas again. */
export function unpackEdits(packed: PackedEdit[]): Edit[] {
  return packed.map(edit =>
    edit.kind === 'write' ? { ...edit, cells: edit.cells.map(line => line.map(unpackContent)) } : edit,
  );
}

function packContent(content: Content): Content | Printed {
  if (!isFormula(content)) return content;
  const text = printFormula(content.formula, 'excel');
  return content.value === undefined ? [text] : [text, content.value];
}

function unpackContent(content: Content | Printed): Content {
  if (!Array.isArray(content)) return content;
  const [text, value] = content;
  return { formula: parseFormula(text), ...(value !== undefined && { value }) };
}
