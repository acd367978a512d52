import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { MadeSheet, UninstallPlan } from '../../src/templates/uninstall/uninstall';
import type { Remark } from '../../src/templates/upkeep/changes';
import { FirstOf } from '../parts/FirstOf';
import { NoUndo } from '../parts/NoUndo';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { ChangeList } from '../templates/ChangeList';
import type { Chosen } from './uninstallPlan';

/** What would be removed, sheet by sheet and cell by cell, with the choices. */
export function UninstallPreview({
  planned,
  chosen,
  choose,
  session,
}: {
  planned: UninstallPlan;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  session: Session;
}): JSX.Element {
  const { sheets, calls, references, notes, edits } = planned;
  return (
    <div class="preview">
      {sheets.length > 0 && (
        <section>
          <h4>Sheets</h4>
          <ul class="listed">
            {sheets.map(sheet => (
              <SheetLine
                key={sheet.name}
                sheet={sheet}
                keep={isKept => choose({ ...chosen, keep: { ...chosen.keep, [sheet.name]: isKept } })}
                session={session}
              />
            ))}
          </ul>
        </section>
      )}
      <Cells title="Your cells that refer to these sheets" list={references} session={session}>
        Their formulas are replaced by the values they show now.
      </Cells>
      <Cells title="Your cells that call our functions" list={calls} session={session}>
        <FormulaChoice chosen={chosen} choose={choose} />
      </Cells>
      <Cells title="Please note" list={notes} session={session} />
      {edits.some(({ kind }) => kind === 'remove sheet') && <NoUndo host={session.bridge.host} />}
      {edits.length > 0 && (
        <details>
          <summary>Every sheet and cell</summary>
          <ChangeList edits={edits} bridge={session.bridge} />
        </details>
      )}
    </div>
  );
}

/** A sheet: what it contains, what was typed into it, and whether that is kept. */
function SheetLine({
  sheet: { name, contents, own, keptAs, isKept },
  keep,
  session,
}: {
  sheet: MadeSheet;
  keep: (isKept: boolean) => void;
  session: Session;
}): JSX.Element {
  return (
    <li>
      <strong>{name}</strong>
      {` (${contents}): ${isKept && keptAs === name ? 'kept' : 'removed'}`}
      {own.map(({ message, place }) => (
        <p key={message}>
          {message} <ShowMe session={session} place={place} of={message} />
        </p>
      ))}
      {keptAs !== null && (
        <label class="choice">
          <input type="checkbox" checked={isKept} onChange={event => keep(event.currentTarget.checked)} />
          <span>{keptAs === name ? `Keep ${name}` : `Keep its values on a plain sheet, ${keptAs}`}</span>
        </label>
      )}
    </li>
  );
}

function Cells({
  title,
  list,
  session,
  children,
}: {
  title: string;
  list: Remark[];
  session: Session;
  children?: JSX.Element | string;
}): JSX.Element | null {
  if (list.length === 0) return null;
  return (
    <section>
      <h4>{title}</h4>
      {typeof children === 'string' ? <p>{children}</p> : children}
      <FirstOf items={list} what="cells" first={6} name="listed">
        {({ place, message }) => (
          <li key={message}>
            {message} <ShowMe session={session} place={place} of={message} />
          </li>
        )}
      </FirstOf>
    </section>
  );
}

function FormulaChoice({ chosen, choose }: { chosen: Chosen; choose: (chosen: Chosen) => void }): JSX.Element {
  const name = useId();
  const option = (formulas: 'values' | 'keep', label: string) => (
    <label class="choice">
      <input
        type="radio"
        name={name}
        checked={(chosen.formulas ?? 'values') === formulas}
        onChange={() => choose({ ...chosen, formulas })}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset class="question">
      <legend>These formulas can’t be recalculated without Strategic Compass.</legend>
      {option('values', 'Replace them by the values they show')}
      {option('keep', 'Keep the formulas')}
    </fieldset>
  );
}
