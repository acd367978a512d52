import type { JSX, TargetedKeyboardEvent } from 'preact';
import type { Finding } from '../../src/discover';
import type { Names } from '../kpis/form/names';
import { FirstOf } from '../parts/FirstOf';
import type { Session } from '../session';
import { FoundRow } from './FoundRow';
import { editFinding, type FoundDraft, tick } from './foundDraft';

/** A sheet with more series shows the others on request. */
const SHOWN = 40;

/** The series of one sheet, ticked together or one by one. */
export function SheetPart({
  sheet,
  indices,
  findings,
  draft,
  setDraft,
  locale,
  names,
  session,
}: {
  sheet: string;
  indices: number[];
  findings: Finding[];
  draft: FoundDraft;
  setDraft: (draft: FoundDraft) => void;
  locale: string;
  names: Names;
  session: Session;
}): JSX.Element {
  const open = indices.filter(index => findings[index]!.trackedAs === null);
  const all = open.length > 0 && open.every(index => draft.ticked.has(index));
  /** Arrows go from series to series, as in a list. */
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'checkbox') return;
    const boxes = [
      ...event.currentTarget.closest('.set-up')!.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
    ];
    const next = boxes[boxes.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <fieldset class="found" onKeyDown={move}>
      <legend>
        <label>
          <input
            type="checkbox"
            checked={all}
            disabled={open.length === 0}
            onChange={event => setDraft(tick(draft, open, event.currentTarget.checked))}
          />{' '}
          {sheet}
        </label>
      </legend>
      <FirstOf items={indices} what={`series on ${sheet}`} first={SHOWN} name="found-list">
        {index => (
          <FoundRow
            key={index}
            finding={findings[index]!}
            changed={draft.changes.get(index) ?? {}}
            ticked={draft.ticked.has(index)}
            setTicked={on => setDraft(tick(draft, [index], on))}
            change={changed => setDraft(editFinding(draft, index, changed))}
            locale={locale}
            names={names}
            session={session}
          />
        )}
      </FirstOf>
    </fieldset>
  );
}
