import { templates } from '../../src/templates/catalogue';
import type { Template } from '../../src/templates/template';
import type { Remark } from '../../src/templates/upkeep/changes';
import { placesToRemove, removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { rollForward } from '../../src/templates/upkeep/rollForward';
import { upgradeTemplate } from '../../src/templates/upkeep/upgradeTemplate';
import type { Edit } from '../../src/workbook/edit';
import type { Snapshot } from '../../src/workbook/snapshot';
import type { Session } from '../session';
import { why } from '../words/why';

/** What can be done with an installed template. */
export type Deed = 'extend' | 'upgrade' | 'remove';

/** What a deed would do, to be looked at before it is done. */
export interface PlannedChange {
  edits: Edit[];
  /** In sentences. */
  said: string[];
  /** What a person should look at first, each part with its title. */
  findings: { title: string; list: Remark[] }[];
}

const PLANS: Record<Deed, (snapshot: Snapshot, template: Template) => PlannedChange> = {
  extend: (snapshot, template) => ({ ...rollForward(snapshot, template), findings: [] }),
  upgrade: (snapshot, template) => {
    const { edits, from, to, differences } = upgradeTemplate(snapshot, template);
    const said = [`Version ${from} becomes version ${to}. What you typed or changed is kept.`, ...differences];
    return { edits, said, findings: [] };
  },
  remove: (snapshot, template) => {
    const { edits, changed, referring, sheets, stays } = removeTemplate(snapshot, template, templates);
    return {
      edits,
      said: [`These sheets will be removed: ${sheets.join(', ')}.`, ...stays],
      findings: [
        { title: 'Changed since it was installed; also removed', list: changed },
        { title: 'Cells of yours that read it; they will show #REF!', list: referring },
      ],
    };
  },
};

/**
 * Reads the workbook whole and plans a deed.
 *
 * @returns  the plan, or why there is none; null where the host did not answer, which the session shows
 */
export async function planChange(
  session: Session,
  template: Template,
  deed: Deed,
): Promise<PlannedChange | string | null> {
  const known = session.snapshot.value;
  const snapshot = known && (await session.read(placesToRemove(known)));
  if (!snapshot) return null;
  try {
    return PLANS[deed](snapshot, template);
  } catch (error) {
    return why(error);
  }
}
