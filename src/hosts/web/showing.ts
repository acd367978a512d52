import type { Discovery } from '../../discover';
import type { Snapshot } from '../../workbook/snapshot';
import { afterDrawing, breath, waited } from './breath';
import type { WorkbookDocument } from './document';
import { documentSnapshot, isCalculated } from './documentSnapshot';
import { today } from './today';
import type { ReadFile } from './xlsx/files';

/** A workbook that is to be shown. */
export interface ToShow extends Partial<Pick<ReadFile, 'found'>> {
  document: WorkbookDocument;
  /** The locale in which it is read. */
  locale: string;
  /** Whether the list of what was found is what was asked for: the grid waits for it a little. */
  forList: boolean;
  /** Shows what is said of the workbook beside the grid. */
  beside: (first: Snapshot | undefined) => void;
  /** Puts it into the grid. */
  grid: () => void;
}

/** Shows one workbook after the other. */
export interface Showing {
  /** Shows what is said of a workbook first; the grid, which takes longer to draw, follows. */
  show(workbook: ToShow): Promise<void>;
  /** Resolves once what was shown last is in the grid. */
  inGrid(): Promise<void>;
  /** What was found in the opened file; null where something has changed since. */
  atOpening(): Promise<Discovery | null>;
  /** The workbook has changed. */
  changed(): void;
}

/** How long the grid waits for the list of what was found, in milliseconds. */
const PATIENCE = 1500;
const NOTHING = Promise.resolve(null);

/** Begins with nothing to show. */
export function startShowing(): Showing {
  let inGrid = Promise.resolve();
  let found: Promise<Discovery | null> = NOTHING;

  async function show({ document, locale, forList, beside, grid, ...file }: ToShow): Promise<void> {
    found = file.found ?? NOTHING;
    const first = documentSnapshot(document, { today: today(), locale, further: [] });
    await breath();
    beside(isCalculated(first) ? first : undefined);
    if (forList) await Promise.race([found, waited(PATIENCE)]);
    await afterDrawing();
    try {
      grid();
    } catch (error) {
      found = NOTHING;
      throw error;
    }
  }
  return {
    show(workbook) {
      const shown = inGrid.then(() => show(workbook));
      // Whoever waits for the grid gets the one that is there, also where another could not be shown.
      inGrid = shown.catch(() => undefined);
      return shown;
    },
    inGrid: () => inGrid,
    atOpening: () => found,
    changed() {
      found = NOTHING;
    },
  };
}
