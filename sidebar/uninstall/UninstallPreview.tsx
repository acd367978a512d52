import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { LeavingSheet, UninstallPlan } from '../../src/templates/uninstall/uninstall';
import type { Finding } from '../../src/templates/upkeep/changes';
import { FirstOf } from '../parts/FirstOf';
import { ShowMe } from '../parts/ShowMe';
import type { Session } from '../session';
import { ChangeList } from '../templates/ChangeList';
import type { Chosen } from './uninstallPlan';

/** What only a person can undo, by host: there is no step back from a sheet that Excel has deleted. */
const NOT_UNDONE: Record<string, string> = {
  excel: 'Excel cannot always undo that a sheet is deleted: save a copy of the workbook first.',
};

/** What would go, sheet by sheet and cell by cell, with what can be chosen beside it. */
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
  const { sheets, calling, reading, left, edits } = planned;
  const warning = edits.some(({ kind }) => kind === 'remove sheet') ? NOT_UNDONE[session.bridge.host] : undefined;
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
      <Cells title="Cells of yours that read these sheets" list={reading} session={session}>
        They get the values that they show now.
      </Cells>
      <Cells title="Cells of yours that call our functions" list={calling} session={session}>
        <FormulaChoice chosen={chosen} choose={choose} />
      </Cells>
      <Cells title="Good to know" list={left} session={session} />
      {warning !== undefined && <p>{warning}</p>}
      {edits.length > 0 && (
        <details>
          <summary>Every sheet and cell</summary>
          <ChangeList edits={edits} host={session.bridge.host} />
        </details>
      )}
    </div>
  );
}

/** A sheet that goes: what it holds, what its owner typed there, and whether that is kept. */
function SheetLine({
  sheet: { name, holds, own, keptAs, isKept },
  keep,
  session,
}: {
  sheet: LeavingSheet;
  keep: (isKept: boolean) => void;
  session: Session;
}): JSX.Element {
  return (
    <li>
      <strong>{name}</strong>
      {`, ${holds}: ${isKept && keptAs === name ? 'stays' : 'goes'}`}
      {own.map(({ message, place }) => (
        <p key={message}>
          {message} <ShowMe session={session} place={place} of={message} />
        </p>
      ))}
      {keptAs !== null && (
        <label class="choice">
          <input type="checkbox" checked={isKept} onChange={event => keep(event.currentTarget.checked)} />
          <span>{keptAs === name ? `Keep ${name}` : `Keep its values as a plain sheet, ${keptAs}`}</span>
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
  list: Finding[];
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
  const option = (formulas: 'values' | 'stay', label: string) => (
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
      <legend>Without Strategic Compass they cannot be worked out anew.</legend>
      {option('values', 'Turn them into the values that they show')}
      {option('stay', 'Leave the formulas')}
    </fieldset>
  );
}
