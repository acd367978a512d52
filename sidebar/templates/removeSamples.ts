import { templates } from '../../src/templates/catalogue';
import { removeSamples } from '../../src/templates/upkeep/removeSamples';
import { placesToRemove } from '../../src/templates/upkeep/removeTemplate';
import type { Session } from '../session';
import { why } from '../words/why';

/**
 * Takes out every template that came with sample data, unless an owner has changed something in it.
 *
 * @returns  what has to be looked at first, in words; empty where it was removed
 */
export async function removeAllSamples(session: Session): Promise<string> {
  const known = session.snapshot.value;
  const snapshot = known && (await session.read(placesToRemove(known)));
  if (!snapshot) return '';
  try {
    const removal = removeSamples(snapshot, templates);
    if (removal.found.length > 0)
      return `${removal.found.map(({ message }) => message).join(' ')} Look at it on the page Templates, and remove it there.`;
    if (removal.edits.length === 0)
      return 'Its template is no longer listed as installed; remove it on the page Templates.';
    await session.change(() => removal.edits, 'The sample is removed.');
    return '';
  } catch (error) {
    return why(error);
  }
}
