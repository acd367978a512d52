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

/** What a person has chosen before the product is removed. */
export type Chosen = Pick<UninstallChoices, 'formulas' | 'keep'>;

/**
 * Reads the whole workbook once.
 *
 * @returns  null if the host did not answer, which the session shows
 */
export async function readWhole(session: Session): Promise<Snapshot | null> {
  const known = session.snapshot.value;
  return known && session.read(placesToUninstall(known));
}

/**
 * Plans the removal from a workbook that was read whole; the log is kept by default.
 *
 * @returns  the plan, or why there is none
 */
export function planRemoval(snapshot: Snapshot, session: Session, { formulas, keep }: Chosen): UninstallPlan | string {
  const log = snapshot.sheets.find(({ name }) => sameName(name, LOG.name))?.name;
  try {
    return planUninstall(snapshot, templates, {
      isFile: false,
      hasBareNames: session.bridge.dialect !== 'excel',
      ...(formulas && { formulas }),
      keep: { ...(log !== undefined && { [log]: true }), ...keep },
    });
  } catch (error) {
    return why(error);
  }
}
