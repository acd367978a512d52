/** Parts of an .xlsx package that the grid does not hold, and what a person calls them. */
const parts: [RegExp, string][] = [
  [/^xl\/charts\/chart/, 'charts'],
  [/^xl\/media\//, 'pictures'],
  [/^xl\/pivotTables\//, 'pivot tables'],
  [/^xl\/vbaProject/, 'macros'],
  [/^xl\/threadedComments/, 'conversations in comments'],
  [/^xl\/tables\//, 'table designs'],
  [/^xl\/externalLinks\//, 'links to other workbooks'],
  [/^xl\/slicers?\//, 'slicers'],
  [/^xl\/(embeddings|ctrlProps|activeX)\//, 'embedded objects and controls'],
];

/** Conditional formats for which the grid has no form. */
export const SOME_LOOKS = 'some conditional formats';

/** Elements of a sheet that the grid does not hold. */
const elements: [RegExp, string][] = [
  [/<cfRule\b[^>]*\btype="(?!expression"|cellIs")|<\w+:cfRule\b/, SOME_LOOKS],
  [/<\w+:dataValidation\b/, 'some drop-downs'],
  [/<(\w+:)?autoFilter\b/, 'filters'],
  [/<(\w+:)?sparkline\b/, 'sparklines'],
  [/<(\w+:)?hyperlink\b/, 'links'],
  [/<(\w+:)?sheetProtection\b/, 'sheet protection'],
];

/**
 * What a file has that the grid does not show.
 *
 * @param names   names of the package's parts
 * @param sheets  the text of its sheets' parts
 * @returns       in words, each once; empty where all of it is shown
 */
export function notShown(names: Iterable<string>, sheets: Iterable<string>): string[] {
  const missing = new Set<string>();
  for (const name of names) for (const [part, words] of parts) if (part.test(name)) missing.add(words);
  for (const sheet of sheets) for (const [element, words] of elements) if (element.test(sheet)) missing.add(words);
  return [...missing];
}
