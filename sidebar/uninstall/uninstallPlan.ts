import { templates } from '../../src/templates/catalogue';
import {
  placesToUninstall,
  planUninstall,
  type UninstallChoices,
  type UninstallPlan,
} from '../../src/templates/uninstall/uninstall';
import { LOG } from '../../src/workbook/sheets/compassSheets';
import { sameName } from '../../src/workbook/sheets/names';
import type { Snapshot } from '../../src/workbook/snapshot';
import type { Session } from '../session';
import { why } from '../words/why';

/** What a person has chosen before the product goes. */
export type Chosen = Pick<UninstallChoices, 'formulas' | 'keep'>;

/**
 * Reads the workbook whole, once.
 *
 * @returns  null where the host did not answer, which the session shows
 */
export async function readWhole(session: Session): Promise<Snapshot | null> {
  const known = session.snapshot.value;
  return known && session.read(placesToUninstall(known));
}

/**
 * Plans the way out of a workbook as it was read; the log is kept unless it is chosen otherwise.
 *
 * @returns  the plan, or why there is none
 */
export function planWithChoices(
  snapshot: Snapshot,
  session: Session,
  { formulas, keep }: Chosen,
): UninstallPlan | string {
  const reading = { saved: false, bare: session.bridge.dialect !== 'excel' };
  const log = snapshot.sheets.find(({ name }) => sameName(name, LOG.name))?.name;
  try {
    return planUninstall(snapshot, templates, {
      ...reading,
      ...(formulas && { formulas }),
      keep: { ...(log !== undefined && { [log]: true }), ...keep },
    });
  } catch (error) {
    return why(error);
  }
}
