import type { Manifest } from './manifest';
import {
  attributes,
  child,
  children,
  escapeAttribute,
  escapeText,
  prefixOf,
  root,
  spliced,
  startTag,
  withLastInside,
} from './xml';

/** A name of a workbook, or of one of its sheets by that sheet's place among all. */
export interface SetName {
  name: string;
  scope: number | undefined;
  /** What it stands for, without `=`; null takes the name out. */
  formula: string | null;
}

/** Sets a name of the workbook, or takes it out. */
export function setName(manifest: Manifest, { name, scope, formula }: SetName): void {
  const xml = manifest.workbook;
  const top = root(xml);
  const p = prefixOf(top);
  const list = child(xml, 'definedNames', top);
  const own = [...(list ? children(xml, list.inner, list.innerEnd) : [])];
  const found = own.find(element => {
    const of = attributes(startTag(xml, element));
    return of.name?.toLowerCase() === name.toLowerCase() && of.localSheetId === scope?.toString();
  });
  if (formula === null) {
    if (!found) return;
    const { start, end } = own.length === 1 ? list! : found;
    manifest.workbook = spliced(xml, [{ start, end, text: '' }]);
    return;
  }
  if (found) {
    manifest.workbook = spliced(xml, [{ start: found.inner, end: found.innerEnd, text: escapeText(formula) }]);
    return;
  }
  const local = scope === undefined ? '' : ` localSheetId="${scope}"`;
  const entry = `<${p}definedName name="${escapeAttribute(name)}"${local}>${escapeText(formula)}</${p}definedName>`;
  if (list) {
    manifest.workbook = withLastInside(xml, list, entry);
    return;
  }
  const before = ['externalReferences', 'functionGroups', 'sheets']
    .map(each => child(xml, each, top))
    .find(element => element !== undefined)!;
  const text = `<${p}definedNames>${entry}</${p}definedNames>`;
  manifest.workbook = spliced(xml, [{ start: before.end, end: before.end, text }]);
}
