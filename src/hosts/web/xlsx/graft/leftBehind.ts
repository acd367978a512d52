import type { IWorkbookData } from '@univerjs/core';
import { sameSheet } from '../../../../cells/address';
import { partNames, readPart } from '../../../file/package/package';
import { attributes } from '../../../file/package/xml';
import type { Draft } from '../../../file/sheets/draft';
import { mentions } from '../../../file/sheets/insertion';
import { openedLinesOf } from '../../../univer/looks/openedLines';

const PIVOTS = /\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/;

/** Parts that speak of the cells of sheets, and what a person calls them. */
const READERS: [RegExp, string][] = [
  [/\/charts\/[^/]+\.xml$/, 'charts'],
  [PIVOTS, 'pivot tables'],
];

/** Pivot tables that read a sheet which is gone: charts and names point nowhere, as formulas do, but a source can't. */
export function stillRead({ pack }: Draft, removed: string[]): string[] {
  const sources = partNames(pack)
    .filter(part => PIVOTS.test(part))
    .flatMap(part => [...(readPart(pack, part) ?? '').matchAll(/<(?:\w+:)?worksheetSource\b[^>]*>/g)])
    .map(([tag]) => attributes(tag).sheet);
  return removed
    .filter(name => sources.some(sheet => sameSheet(sheet, name)))
    .map(name => `${name} was removed. Pivot tables that read it keep what they showed last, and can’t be refreshed.`);
}

/** What in the file reads cells that were moved to another place in the grid: it goes on reading the old place. */
export function cellsMoved({ pack, others }: Draft, data: IWorkbookData): string[] {
  const textOf = (part: string) => {
    const own = others.get(part);
    return own === null ? '' : typeof own === 'string' ? own : (readPart(pack, part) ?? '');
  };
  return data.sheetOrder.flatMap(id => {
    const sheet = data.sheets[id]!;
    if (!openedLinesOf(sheet)?.cellsMoved) return [];
    const readers = READERS.flatMap(([kind, words]) =>
      partNames(pack).some(part => kind.test(part) && mentions(textOf(part), sheet.name!)) ? [words] : [],
    );
    if (readers.length === 0) return [];
    return [
      `${sheet.name}: cells were moved to another place. ${capital(readers.join(' and '))} that read them still read the old place.`,
    ];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
