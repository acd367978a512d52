import type { Block } from '../workbook/snapshot';

/**
 * Puts the parts of blocks together again, as `discover` reads blocks that are whole fastest.
 *
 * @param parts  in the order in which they were sent
 */
export function joined(parts: Block[]): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    const before = blocks[blocks.length - 1];
    const follows =
      before !== undefined &&
      before.name === part.name &&
      (before.column ?? 0) === (part.column ?? 0) &&
      before.values.length > 0 &&
      (before.row ?? 0) + before.values.length === (part.row ?? 0);
    if (!follows) {
      blocks.push({ ...part });
      continue;
    }
    before.values = before.values.concat(part.values);
    if (before.formats) before.formats = before.formats.concat(part.formats ?? []);
    if (before.formulas) before.formulas = before.formulas.concat(part.formulas ?? []);
  }
  return blocks;
}
