import { listed } from '../cells/english';
import { nothingWritten, type Outcome, partlyWritten, type Shortfall } from '../workbook/edits/outcome';

/**
 * The outcome where all was done but the removal of sheets, which comes last.
 *
 * @param left  the sheets that are still there
 * @param why   the host's words
 */
export function sheetsLeft(left: string[], why: string): Shortfall {
  return partlyWritten(
    'some',
    `Everything was done, but ${listed(left)} could not be removed.`,
    why,
    sheetPlaces(left),
  );
}

/** What a host finds when it has taken back what it could. */
export interface Leftovers {
  /** Sheets that hold something else than before, were added and are still there, or are missing. */
  changed: string[];
  /** Sheets that are deleted. */
  deleted: string[];
  /** Sheets on which the look of cells, a chart or a note may be left; their cells hold what they held. */
  looks: string[];
  /** Whether that is all: every step back went well, and the workbook could be read again. */
  isSure: boolean;
  /** Whether the host's own undo takes back what an add-on did, deleted sheets included; Excel's does not. Default: true. */
  undoes?: boolean;
}

/**
 * The outcome after a host refused an edit half-way and what was done before it was taken back.
 *
 * @param left  what is left of it
 * @param why   the host's words
 */
export function afterTakingBack({ changed, deleted, looks, isSure, undoes = true }: Leftovers, why: string): Outcome {
  const looksOnly = [...new Set(looks)].filter(name => !changed.includes(name));
  if (isSure && [...changed, ...deleted, ...looksOnly].length === 0) return nothingWritten(why);
  const said: string[] = [];
  if (deleted.length > 0) {
    const them = deleted.length === 1 ? 'it' : 'them';
    said.push(
      undoes
        ? `${listed(deleted)} ${wasOrWere(deleted)} deleted; Undo restores ${them}.`
        : `${listed(deleted)} ${wasOrWere(deleted)} deleted. To get ${them} back, close the workbook without saving or open an earlier version.`,
    );
  }
  if (changed.length > 0) {
    said.push(
      `Part of the change is left on ${listed(changed)}; ${undoes ? 'Undo takes it back' : 'compare with an earlier version before you save'}.`,
    );
  }
  if (looksOnly.length > 0) {
    said.push(
      `Formats, charts or notes on ${listed(looksOnly)} may have changed${undoes ? '; Undo takes them back' : ''}.`,
    );
  }
  if (!isSure) said.push('Not everything could be taken back or checked.');
  else if (changed.length === 0) said.push(deleted.length > 0 ? 'Nothing else changed.' : 'No figure was changed.');
  const written = [...changed, ...deleted, ...looksOnly].length > 0 ? 'some' : 'unknown';
  return partlyWritten(written, said.join(' '), why, sheetPlaces([...changed, ...deleted, ...looksOnly]));
}

function sheetPlaces(names: string[]) {
  return names.map(sheet => ({ sheet }));
}

function wasOrWere(names: string[]): string {
  return names.length === 1 ? 'was' : 'were';
}
