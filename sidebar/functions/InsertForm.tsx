import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { parseRange } from '../../src/cells/address';
import type { CellFunction } from '../../src/functions/definition';
import type { Place } from '../../src/workbook/register';
import { spelled } from '../kpis/selectedCells';
import { Field } from '../parts/Field';
import type { Session } from '../session';
import { typedCall } from './typedCall';

/** Puts a function into a cell: the cell that is selected, and for each parameter cells to select or a value to type. */
export function InsertForm({ definition, session }: { definition: CellFunction; session: Session }): JSX.Element {
  const [into, setInto] = useState<Required<Place> | null>(null);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState(false);
  const locale = session.snapshot.value?.locale ?? 'en';
  const typed = typedCall(definition, texts, locale);
  const wrong: Record<string, string> = asked && 'wrong' in typed ? typed.wrong : {};
  const set = (name: string, text: string) => setTexts(current => ({ ...current, [name]: text }));

  if (into === null) {
    return (
      <div class="actions">
        <button
          type="button"
          onClick={() => void session.selection().then(setInto)}
          aria-label={`Insert into the selected cell: ${definition.name}`}
        >
          Insert into the selected cell
        </button>
      </div>
    );
  }

  async function take(name: string) {
    const selected = await session.selection();
    // On the sheet of the formula its cells need no sheet.
    if (selected) set(name, selected.sheet === into?.sheet ? selected.range : spelled(selected));
  }

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>, { sheet, range }: Required<Place>) {
    event.preventDefault();
    setAsked(true);
    if ('wrong' in typed) return;
    const { top, left } = parseRange(range);
    const edit = {
      kind: 'write' as const,
      sheet,
      row: top,
      column: left,
      cells: [[{ formula: typed.formula }]],
    };
    if (await session.change(() => [edit], `${definition.name} is now in ${spelled({ sheet, range })}.`)) setInto(null);
  }

  return (
    <form class="form" onSubmit={event => void submit(event, into)} noValidate>
      <p>
        Into <code>{spelled(into)}</code>. For each of these, type a value or select cells in the sheet and press Use
        the selection.
      </p>
      {definition.parameters.map(({ name, optional }) => (
        <div key={name} class="pick">
          <Field
            label={optional ? `${name} (may be left out)` : name}
            value={texts[name] ?? ''}
            change={text => set(name, text)}
            wrong={wrong[name]}
          />
          <button
            type="button"
            class="quiet"
            onClick={() => void take(name)}
            aria-label={`Use the selection for ${name}`}
          >
            Use the selection
          </button>
        </div>
      ))}
      <div class="actions">
        <button type="submit" class="primary">
          Insert
        </button>
        <button type="button" class="quiet" onClick={() => setInto(null)}>
          Cancel
        </button>
      </div>
    </form>
  );
}
