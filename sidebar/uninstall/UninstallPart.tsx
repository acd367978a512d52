import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../src/workbook/snapshot';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { UninstallPreview } from './UninstallPreview';
import { type Chosen, planWithChoices, readWhole } from './uninstallPlan';

/** Where a person takes the product out of the workbook: what would go is shown first, and chosen. */
export function UninstallPart({ session }: { session: Session }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const button = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  // What was pressed is gone: the keyboard goes on from what has come in its place.
  useEffect(() => {
    if (isOpen) heading.current?.focus();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const planned = useMemo(
    () => (snapshot === null ? null : planWithChoices(snapshot, session, chosen)),
    [snapshot, session, chosen],
  );
  const isNothing =
    planned !== null && typeof planned !== 'string' && planned.edits.length === 0 && planned.sheets.length === 0;

  async function open() {
    setOpen(true);
    setChosen({});
    setSnapshot(null);
    setSnapshot(await readWhole(session));
  }

  async function act() {
    if (planned === null || typeof planned === 'string') return;
    if (await session.change(() => planned.edits, 'Strategic Compass is taken out of this workbook.')) setOpen(false);
  }

  return (
    <Part title="Remove Strategic Compass" folded>
      <div class="form uninstall">
        <p class="hint">
          Takes out all that Strategic Compass made in this workbook. What you made stays as it is. You see every sheet
          first.
        </p>
        {!isOpen && (
          <div class="actions">
            <button ref={button} type="button" onClick={() => void open()}>
              See what would go
            </button>
          </div>
        )}
        {isOpen && (
          <>
            <h3 ref={heading} tabIndex={-1}>
              What would go
            </h3>
            {planned === null && session.failure.value === null && <p role="status">Reading the workbook…</p>}
            {typeof planned === 'string' && (
              <p class="failure in-form" role="alert">
                {planned}
              </p>
            )}
            {isNothing && <p role="status">There is nothing of Strategic Compass in this workbook.</p>}
            {planned !== null && typeof planned !== 'string' && (
              <UninstallPreview planned={planned} chosen={chosen} choose={setChosen} session={session} />
            )}
            <div class="actions">
              {planned !== null && typeof planned !== 'string' && planned.edits.length > 0 && (
                <button type="button" class="primary" disabled={session.working.value} onClick={() => void act()}>
                  Remove Strategic Compass
                </button>
              )}
              <button type="button" onClick={() => setOpen(false)}>
                {isNothing ? 'Close' : 'Cancel'}
              </button>
            </div>
          </>
        )}
      </div>
    </Part>
  );
}
