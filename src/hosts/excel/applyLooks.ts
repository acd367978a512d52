import { listed } from '../../cells/english';
import type { Edit } from '../../workbook/edit';
import { type Outcome, partlyWritten, WRITTEN } from '../../workbook/edits/outcome';
import { batches, isLook, type LookEdit } from '../batches';
import { addLooks } from './looks';
import { saidByExcel } from './run';

/** Kinds of looks in the order in which they are put on, the ones that Excel refuses most readily last, and what they are called. */
const NAMES: Record<LookEdit['kind'], string> = {
  validation: 'input rules',
  protect: 'warnings on formulas',
  'conditional format': 'colours',
  note: 'notes',
  sparkline: 'sparklines',
  chart: 'charts',
  // It asks the printer, and there may be none (office-js#1860).
  page: 'page set-up',
};
const ORDER = Object.keys(NAMES) as LookEdit['kind'][];

const MOVES: Edit['kind'][] = ['insert rows', 'remove rows', 'remove columns'];

/**
 * Parts edits into those that decide what cells hold and those that can follow when all of these are written. A look that
 * rows are moved after stays among the first, as its place is the one from before.
 *
 * @param edits  in order
 */
export function apart(edits: Edit[]): { content: Edit[]; looks: LookEdit[] } {
  const lastMove = edits.reduce((last, { kind }, index) => (MOVES.includes(kind) ? index : last), -1);
  const isApart = (edit: Edit, index: number): edit is LookEdit => isLook(edit) && index > lastMove;
  return {
    content: edits.filter((edit, index) => !isApart(edit, index)),
    looks: edits.filter(isApart),
  };
}

/**
 * Puts looks on, as many as Excel takes: one round trip, and one more for each kind on a sheet that it refuses. Marks
 * between them tell how far it came.
 *
 * @returns  which are missing; what cells hold is written already
 */
export async function applyLooks(context: Excel.RequestContext, looks: LookEdit[]): Promise<Outcome> {
  const { worksheets } = context.workbook;
  const ordered = ORDER.flatMap(kind => looks.filter(look => look.kind === kind));
  const refused: LookEdit[][] = [];
  let why = '';
  for (let groups = batches(ordered) as LookEdit[][]; groups.length > 0; ) {
    const begun = worksheets.getCount();
    const done = groups.map(group => {
      addLooks(worksheets, worksheets.getItem(group[0]!.sheet), group);
      return worksheets.getCount();
    });
    try {
      await context.sync();
      break;
    } catch (reason) {
      why ||= saidByExcel(reason);
      // A host that does not say how far it came may have done any of it: trying again could do it twice.
      const failed = hasCome(begun) ? done.findIndex(mark => !hasCome(mark)) : -1;
      refused.push(...(failed < 0 ? groups : [groups[failed]!]));
      groups = failed < 0 ? [] : groups.slice(failed + 1);
    }
  }
  return refused.length === 0 ? WRITTEN : undressed(refused, why);
}

/** Whether Excel answered a question, so came as far as it. */
function hasCome(mark: OfficeExtension.ClientResult<number>): boolean {
  try {
    return mark.value >= 0;
  } catch {
    return false;
  }
}

function undressed(refused: LookEdit[][], why: string): Outcome {
  const kinds = ORDER.filter(kind => refused.some(([look]) => look!.kind === kind));
  const missing = kinds.map(kind => {
    const sheets = [...new Set(refused.filter(([look]) => look!.kind === kind).map(([look]) => look!.sheet))];
    return `${NAMES[kind]} on ${listed(sheets)}`;
  });
  const sheets = [...new Set(refused.map(([look]) => look!.sheet))];
  return partlyWritten(
    'some',
    `All cells were written; Excel did not take the ${listed(missing)}.`,
    why,
    sheets.map(sheet => ({ sheet })),
  );
}
