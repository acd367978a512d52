import type { JSX, TargetedDragEvent, TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { decoded, type Import, importText } from '../../src/importing';
import { sheetNames } from '../../src/workbook/sheets/sheetView';
import { Field } from '../parts/Field';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
import type { Session } from '../session';
import { why } from '../words/why';

/** Rows and columns of the beginning that is shown. */
const SHOWN = { rows: 5, columns: 4 };
const NAME = 'Pasted figures';

/** Numbers that are not a sheet yet: pasted, dropped or chosen as a file, they become a sheet of their own. */
export function PasteFigures({
  session,
  close,
  done,
}: {
  session: Session;
  close: () => void;
  /** Goes on with the sheet that was made. */
  done: (sheet: string) => void;
}): JSX.Element {
  const id = useId();
  const [text, setText] = useState('');
  const [name, setName] = useState(NAME);
  const [refusal, setRefusal] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const snapshot = session.snapshot.value;
  const read = useMemo(() => (text.trim() === '' || !snapshot ? null : plan()), [text, name, snapshot]);

  function plan(): Import | string {
    try {
      return importText(text, name, sheetNames(snapshot!), snapshot!.locale);
    } catch (error) {
      return why(error);
    }
  }

  async function take(file: File | undefined) {
    if (!file) return;
    setName(file.name.replace(/\.[a-z]+$/i, ''));
    setText(decoded(new Uint8Array(await file.arrayBuffer())));
  }

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!read || typeof read === 'string') return;
    setRefusal('');
    const { beginning } = session.bridge;
    try {
      // The figures of a stranger are no place for one's own.
      if (beginning?.isSample()) return await beginning.openText(text, name);
      if (await session.change(() => read.edits, `${read.sheet} was added.`)) done(read.sheet);
    } catch (error) {
      setRefusal(why(error));
    }
  }

  function drop(event: TargetedDragEvent<HTMLFormElement>) {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void take(file);
  }

  const wrong = refusal || (typeof read === 'string' ? read : '');
  return (
    <form
      class="form paste"
      aria-labelledby={`${id}-title`}
      onSubmit={event => void submit(event)}
      onDragOver={event => event.preventDefault()}
      onDrop={drop}
      noValidate
    >
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        Paste figures
      </h2>
      <div class="field">
        <label for={`${id}-text`}>A table, a report, or the text of a .csv file</label>
        <textarea
          id={`${id}-text`}
          rows={6}
          spellcheck={false}
          value={text}
          aria-describedby={`${id}-hint`}
          onInput={event => setText(event.currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`}>
          Copy it where it is and paste it here. It becomes a new sheet; nothing of yours is changed.
        </p>
      </div>
      <div class="field">
        <label for={`${id}-file`}>Or a .csv or .tsv file</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values"
          onChange={event => void take(event.currentTarget.files?.[0])}
        />
      </div>
      {read && typeof read !== 'string' && (
        <>
          <Field label="Name of the sheet" value={name} change={setName} />
          <Beginning read={read} />
        </>
      )}
      <Refusal text={wrong} />
      <div class="actions">
        <button type="submit" class="primary" disabled={!read || typeof read === 'string' || session.writing.value}>
          Add the sheet and set up
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** How large it is, and its first cells as they will be in the sheet. */
function Beginning({ read }: { read: Import }): JSX.Element {
  const write = read.edits.find(edit => edit.kind === 'write')!;
  const rows = write.kind === 'write' ? write.cells.slice(0, SHOWN.rows) : [];
  return (
    <Said class="preview">
      <p>
        {counted(read.rows, 'row')}, {counted(read.columns, 'column')}, in a new sheet “{read.sheet}”
      </p>
      <div class="scroll">
        <table>
          <tbody>
            {rows.map((row, at) => (
              // Rows have no other identity than their place.
              <tr key={at}>
                {row.slice(0, SHOWN.columns).map((cell, column) => (
                  <td key={column} class={typeof cell === 'number' ? 'number' : ''}>
                    {typeof cell === 'number' || typeof cell === 'string' ? String(cell).slice(0, 24) : ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Said>
  );
}
