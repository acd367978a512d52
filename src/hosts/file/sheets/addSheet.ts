import type { AddSheet } from '../../../workbook/edit';
import { FileError } from '../package/errors';
import { addPart, addSheet } from '../package/manifest';
import { hasPart, keyOf } from '../package/package';
import type { Draft } from './draft';
import { newSheetXml } from './newSheet';
import { parseSheet } from './sheet';

/** What no sheet's name may hold, and how long it may be. */
const NO_SHEET_NAME = /[[\]:*?/\\]|^'|'$|^$|^.{32,}$/;

/** Puts a new sheet behind all others. */
export function addSheetTo(draft: Draft, edit: AddSheet): void {
  const { workbook, folder, pack, sheets, manifest } = draft;
  const name = edit.sheet;
  if (NO_SHEET_NAME.test(name)) throw new FileError('wrong edit', `'${name}' can't be the name of a sheet.`);
  const added = new Set([...sheets.values()].map(({ part }) => keyOf(part)));
  let number = workbook.sheets.length + 1;
  const isTaken = (part: string) => hasPart(pack, part) || added.has(keyOf(part));
  while (isTaken(`${folder}worksheets/sheet${number}.xml`)) number += 1;
  const path = `worksheets/sheet${number}.xml`;
  addSheet(manifest, name, addPart(manifest, 'worksheet', folder, path));
  const { widths = [] } = edit;
  sheets.set(name.toLowerCase(), {
    name,
    part: folder + path,
    xml: parseSheet(newSheetXml(edit)),
    numbers: [],
    widths,
  });
}
