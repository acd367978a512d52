import { templates } from '../../templates/catalogue';
import { installTemplate } from '../../templates/install/installTemplate';
import type { Edit } from '../../workbook/edit';
import { CALLS_FUNCTIONS } from '../../workbook/edits/degrade';
import { workbookFromEdits } from '../univer/edits/fromEdits';
import { workbookData } from '../univer/reading/workbookData';
import type { WorkbookDocument } from './document';
import { today } from './today';

/** A workbook with one empty sheet. */
export function emptyDocument(): WorkbookDocument {
  const name = 'Workbook';
  return {
    name,
    data: workbookData([{ name: 'Sheet1', values: [] }], name),
    spilled: {},
    notShown: [],
    unsaved: false,
  };
}

/** What the sample workbook is called. */
export const SAMPLE = 'Sample bakery';

/** The workbook that the page opens on: a bakery that is at home in the product, with two years of figures. */
export function sampleDocument(): WorkbookDocument {
  const bakery = templates.find(({ id }) => id === 'bakery')!;
  const about = { today: today(), locale: 'en', sheets: [] };
  const edits = installTemplate(bakery, about, { mode: 'sample', functions: CALLS_FUNCTIONS.web });
  return documentFromEdits(edits, SAMPLE);
}

/** A workbook that consists of what some edits make. */
export function documentFromEdits(edits: Edit[], name: string): WorkbookDocument {
  return { name, data: workbookFromEdits(edits, name), spilled: {}, notShown: [], unsaved: false };
}
