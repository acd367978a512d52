import { calendarFor } from '../../src/templates/install/layout';
import { checkMapping, type MappingProblem } from '../../src/templates/mapping/checkMapping';
import { type ProposedInput, placesToMap, proposeMapping } from '../../src/templates/mapping/proposeMapping';
import type { Template } from '../../src/templates/template';
import { readTables } from '../../src/workbook/register/readTracked';
import type { Snapshot } from '../../src/workbook/snapshot';
import { placesOf } from '../../src/workbook/sources/edges';
import { previewTrack } from '../../src/workbook/track/trackedFigures';
import { placesToTrack } from '../../src/workbook/track/trackRequest';
import { spelled } from '../kpis/selectedCells';
import type { Session } from '../session';
import { figuresIn } from '../words/figure';
import { type InstallDraft, installOptions, placesOfDraft } from './installDraft';

/** What the chosen cells hold, and how they fit. */
export interface MappedReading {
  /** The Compass sheets and the chosen cells with those around them. */
  snapshot: Snapshot;
  problems: MappingProblem[];
  /** By the id of the input: "24 months: Jan 2024 5,207, Feb 2024 5,076, …". */
  first: Record<string, string>;
}

/**
 * Looks through the workbook for cells that may fill the inputs of a template.
 *
 * @returns  every input with its candidates; null where the host did not answer, which the session shows
 */
export async function proposals(
  session: Session,
  template: Template,
  draft: InstallDraft,
): Promise<ProposedInput[] | null> {
  const known = session.snapshot.value;
  const snapshot = known && (await session.read(placesToMap(known)));
  return snapshot && proposeMapping(template, snapshot, installOptions({ ...draft, ranges: {} }, session.bridge.host));
}

/** The best candidate for each input that has one which fits, as typed into its field. */
export function bestRanges(proposed: ProposedInput[]): Record<string, string> {
  return Object.fromEntries(
    proposed.flatMap(({ id, candidates }) => {
      const best = candidates.find(({ whyNot }) => whyNot === null);
      return best ? [[id, spelled(best.place)]] : [];
    }),
  );
}

/**
 * Reads the cells that a draft maps, and says what does not fit.
 *
 * @returns  null where the host did not answer, which the session shows
 */
export async function readMapped(
  session: Session,
  template: Template,
  draft: InstallDraft,
): Promise<MappedReading | null> {
  const { places } = placesOfDraft(draft);
  const further = Object.values(places).flatMap(values => placesOf(placesToTrack({ values })));
  const snapshot = await session.read(further);
  if (snapshot === null) return null;
  const options = installOptions(draft, session.bridge.host);
  const problems = checkMapping(template, snapshot, options.mapping ?? {}, options);
  const wrong = new Set(problems.filter(({ severity }) => severity === 'error').map(({ input }) => input));
  const { cadence } = calendarFor(readTables(snapshot), template, snapshot, options);
  const first: Record<string, string> = {};
  for (const [id, values] of Object.entries(places)) {
    if (wrong.has(id)) continue;
    const preview = previewTrack(snapshot, { values, cadence });
    const figure = figuresIn(preview.format);
    const shown = preview.first.map(({ label, value }) => `${label} ${figure(value)}`);
    first[id] = `${preview.count} ${preview.cadence}s: ${shown.join(', ')}${preview.count > shown.length ? ', …' : ''}`;
  }
  return { snapshot, problems, first };
}
