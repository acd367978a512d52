import type { IWorkbookData } from '@univerjs/core';
import type { NamedRange } from 'hucre';
import { sameSheet } from '../../../../cells/address';
import { setName } from '../../../file/package/names';
import { attributes, child, children, root, startTag } from '../../../file/package/xml';
import type { Draft } from '../../../file/sheets/draft';
import { toFileSpelling } from '../../../univer/calculation/spelling';
import { namesOf } from '../toFile';

/**
 * Sets the names that the grid has and the file has not, or has for something else, and takes out those that are gone.
 *
 * @param followed  names have followed what moved in the file: what they stand for is not compared
 */
export function graftNames(draft: Draft, before: IWorkbookData, now: IWorkbookData, followed: boolean): void {
  const [old, fresh] = [byName(before), byName(now)];
  const { workbook } = draft.manifest;
  const list = child(workbook, 'sheets', root(workbook))!;
  const sheets = [...children(workbook, list.inner, list.innerEnd)].map(
    element => attributes(startTag(workbook, element)).name,
  );
  const scopeOf = ({ scope }: NamedRange) => (scope ? sheets.findIndex(name => sameSheet(name, scope)) : undefined);
  for (const [key, named] of old) {
    if (!fresh.has(key)) setName(draft.manifest, { name: named.name, scope: scopeOf(named), formula: null });
  }
  for (const [key, named] of fresh) {
    const was = old.get(key);
    if (was && (followed || was.range === named.range)) continue;
    setName(draft.manifest, { name: named.name, scope: scopeOf(named), formula: toFileSpelling(named.range) });
  }
}

function byName(data: IWorkbookData): Map<string, NamedRange> {
  return new Map(namesOf(data).map(named => [JSON.stringify([named.name, named.scope ?? '']).toLowerCase(), named]));
}
