import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of a file, changed. */
export function changed(bytes: Uint8Array, part: RegExp, change: (xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, data]) => [
    name,
    part.test(name) ? strToU8(change(strFromU8(data))) : data,
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** A copy of a workbook without the results that were saved with its formulas, so that whoever opens it calculates. */
export const withoutResults = (bytes: Uint8Array) =>
  changed(bytes, /worksheets\/sheet\d+\.xml$/, xml => xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
