import type { JSX } from 'preact';
import type { ProposedInput } from '../../src/templates/mapping/proposeMapping';
import { spelled } from '../kpis/selectedCells';
import { Field } from '../parts/Field';
import type { Session } from '../session';
import { type InstallDraft, placesOfDraft } from './installDraft';
import type { MappedReading } from './mappedCells';

/** For each input of a template the cells that fill it: found by their headers, typed, or taken from the selection. */
export function MappingFields({
  session,
  inputs,
  draft,
  set,
  settle,
  reading,
}: {
  session: Session;
  inputs: ProposedInput[];
  draft: InstallDraft;
  set: (ranges: Record<string, string>) => void;
  /** Called when cells have been chosen, or the typing is over. */
  settle: (ranges: Record<string, string>) => void;
  reading: MappedReading | null;
}): JSX.Element {
  const { wrong } = placesOfDraft(draft);
  const found = inputs.filter(({ candidates }) => candidates.some(({ whyNot }) => whyNot === null)).length;

  async function takeSelection(id: string) {
    const selection = await session.selection();
    if (selection) settle({ ...draft.ranges, [id]: spelled(selection) });
  }

  return (
    <div class="form">
      <p class="hint" role="status">
        {found === 0
          ? 'No matching headers were found. Type the cells, or select them and use the selection.'
          : `${found} of ${inputs.length} were found by their headers. Check the first figures; you can type the blank ones later.`}
      </p>
      {inputs.map(({ id, header, sheet, candidates }) => {
        const problems = (reading?.problems ?? [])
          .filter(({ input }) => input === id)
          // The field's own name need not be said again below it.
          .map(problem => ({ ...problem, message: problem.message.replace(`${header}: `, '') }));
        const error = wrong[id] ?? problems.find(({ severity }) => severity === 'error')?.message;
        const unfit = candidates.find(({ whyNot }) => whyNot !== null);
        return (
          <div key={id} class="field mapped">
            <Field
              label={header}
              value={draft.ranges[id] ?? ''}
              change={text => set({ ...draft.ranges, [id]: text })}
              settle={text => settle({ ...draft.ranges, [id]: text })}
              choices={candidates.filter(({ whyNot }) => whyNot === null).map(({ place }) => spelled(place))}
              hint={reading?.first[id] ?? `Typed on ${sheet} otherwise.`}
              wrong={error}
            />
            {problems
              .filter(({ severity }) => severity === 'note')
              .map(({ message }) => (
                <p key={message} class="hint">
                  {message}
                </p>
              ))}
            {unfit && !draft.ranges[id] && (
              <p class="hint">{`${spelled(unfit.place)} (${unfit.header}) does not fit: ${unfit.whyNot}`}</p>
            )}
            <button
              type="button"
              class="quiet"
              onClick={() => void takeSelection(id)}
              aria-label={`Use the selection for ${header}`}
            >
              Use the selection
            </button>
          </div>
        );
      })}
    </div>
  );
}
