import { AddressError, parseRange, type Range } from '../../cells/address';
import { headersOf, TEMPLATES } from '../../workbook/sheets/compassSheets';
import { sameName } from '../../workbook/sheets/names';
import { rowReader } from '../../workbook/sheets/rowReader';
import { viewSheet } from '../../workbook/sheets/sheetView';
import { findTable } from '../../workbook/sheets/tables';
import type { Snapshot } from '../../workbook/snapshot';

/** In the column *Template*: a sheet of the product's own that an installation made. */
export const MADE_BY_PRODUCT = 'compass';

/** A sheet that an installation made, as `Compass Templates` says. */
export interface InstalledSheet {
  name: string;
  /** Its cells; null where that is not said. */
  range: Range | null;
  fingerprint: string;
  /** `leads=CRM!B2:B4 by CRM!A2:A4` */
  mapping: string;
  /** 0-based row of `Compass Templates`. */
  row: number;
}

/** One installation of a template. */
export interface Installed {
  id: string;
  version: number;
  /** Serial of the day, or null. */
  on: number | null;
  sheets: InstalledSheet[];
  /** Whether it came with the figures of a sample. */
  sample: boolean;
}

/**
 * What `Compass Templates` says was installed: one entry an installation, a template installed twice has two. A sheet of a
 * name that the workbook no longer has is still listed.
 */
export function installedTemplates(snapshot: Snapshot): Installed[] {
  const view = viewSheet(snapshot, TEMPLATES.name);
  const table = view && findTable(view, headersOf(TEMPLATES), []);
  if (!table) return [];
  const found: Installed[] = [];
  for (const row of table.rows) {
    const reader = rowReader(table, row, snapshot.locale, []);
    const id = reader.text('Template');
    const sheet: InstalledSheet = {
      name: reader.text('Sheet'),
      range: readRange(reader.text('Range')),
      fingerprint: reader.text('Fingerprint'),
      mapping: reader.text('Mapping'),
      row,
    };
    if (id === '' || sheet.name === '') continue;
    const last = found.filter(each => each.id === id).pop();
    const version = reader.number('Version') ?? 1;
    const on = reader.date('Installed');
    const sample = reader.text('Sample') !== '';
    // Rows of one installation are together, but that of a sheet which a newer version brought; the same template again begins
    // with a sheet it has already.
    const together = last && last.on === on && last.version === version && !startsAnew(last, sheet);
    if (together) last.sheets.push(sheet);
    else found.push({ id, version, on, sample, sheets: [sheet] });
  }
  return found;
}

/** Whether a sheet is the first one's name again with a number behind it: `Shop (2)`. */
function startsAnew({ sheets }: Installed, { name }: InstalledSheet): boolean {
  const bare = (text: string) => text.replace(/ \(\d+\)$/, '');
  return sheets.some(sheet => sameName(bare(sheet.name), bare(name)));
}

function readRange(text: string): Range | null {
  try {
    return parseRange(text);
  } catch (error) {
    if (error instanceof AddressError) return null;
    throw error;
  }
}
