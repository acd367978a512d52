import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { isoDate } from '../../src/cells/serial';
import type { Installed } from '../../src/templates/installed/installed';
import type { Template } from '../../src/templates/template';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
import type { Session } from '../session';
import { dayInWords } from '../words/day';
import { PlannedChangeView } from './PlannedChangeView';
import { type Deed, type PlannedChange, planChange } from './plannedChange';

/** What a button says that opens a deed, the one that does it, and what is said afterwards. */
const WORDS: Record<Deed, { open: string; act: string; done: string }> = {
  extend: { open: 'Extend by a year', act: 'Extend', done: 'is extended' },
  upgrade: { open: 'Upgrade…', act: 'Upgrade', done: 'is upgraded' },
  remove: { open: 'Remove…', act: 'Remove', done: 'is removed' },
};

/** An installed template, and the ways to extend it or to take it out, each shown before it is done. */
export function InstalledCard({
  own,
  template,
  newest,
  session,
}: {
  own: Installed;
  template: Template;
  /** Whether it is the last installation of its template: those before it wait for their turn. */
  newest: boolean;
  session: Session;
}): JSX.Element {
  const [deed, setDeed] = useState<Deed | null>(null);
  const [planned, setPlanned] = useState<PlannedChange | string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const deeds: Deed[] = template.version > own.version ? ['upgrade', 'extend', 'remove'] : ['extend', 'remove'];
  const since = own.on === null ? '' : `, since ${dayInWords(isoDate(own.on))}`;

  async function open(next: Deed) {
    // The button that was pressed is gone: the keyboard goes on from the name.
    heading.current?.focus();
    setDeed(next);
    setPlanned(null);
    setPlanned(await planChange(session, template, next));
  }

  async function act(chosen: Deed, { edits }: PlannedChange) {
    if (!(await session.change(() => edits, `${template.name} ${WORDS[chosen].done}.`))) return;
    close();
  }

  function close() {
    setDeed(null);
    // The card itself goes with its template.
    (heading.current?.isConnected ? heading.current : document.getElementById('panel'))?.focus();
  }

  return (
    <li class="card template" data-installed={template.id}>
      <h3 ref={heading} tabIndex={-1}>
        {template.name}
      </h3>
      {own.sample && <p class="meta">Sample data</p>}
      <p class="meta">{`${own.sheets.map(({ name }) => name).join(', ')}${since}`}</p>
      {own.on === null && <p class="hint">Its installation was interrupted. Remove it, then install it again.</p>}
      {!newest && <p class="hint">It was installed again later; remove the newer one first.</p>}
      {newest && deed === null && (
        <div class="actions">
          {deeds.map(each => (
            <button
              key={each}
              type="button"
              onClick={() => void open(each)}
              aria-label={`${WORDS[each].open}: ${template.name}`}
            >
              {WORDS[each].open}
            </button>
          ))}
        </div>
      )}
      {deed !== null && planned === null && <Said>Reading the workbook…</Said>}
      {deed !== null && typeof planned === 'string' && <Refusal text={planned} />}
      {deed !== null && planned !== null && typeof planned !== 'string' && (
        <PlannedChangeView planned={planned} session={session} />
      )}
      {deed !== null && (
        <div class="actions">
          {planned !== null && typeof planned !== 'string' && (
            <button
              type="button"
              class="primary"
              disabled={session.writing.value}
              onClick={() => void act(deed, planned)}
            >
              {`${WORDS[deed].act} ${template.name}`}
            </button>
          )}
          <button type="button" onClick={close}>
            Cancel
          </button>
        </div>
      )}
    </li>
  );
}
