import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../src/workbook/snapshot';
import { Part } from '../parts/Part';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
import type { Session } from '../session';
import { UninstallPreview } from './UninstallPreview';
import { type Chosen, planRemoval, readWhole } from './uninstallPlan';

/** Where a person removes the product from the workbook, after a preview with choices. */
export function UninstallPart({ session }: { session: Session }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const button = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(false);
  // The button that was pressed is no longer there: keyboard users continue from what replaced it.
  useEffect(() => {
    if (isOpen) heading.current?.focus();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const planned = useMemo(
    () => (snapshot === null ? null : planRemoval(snapshot, session, chosen)),
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
    if (await session.change(() => planned.edits, 'Strategic Compass was removed from this workbook.')) setOpen(false);
  }

  return (
    <Part title="Remove Strategic Compass" folded>
      <div class="form uninstall">
        <p class="hint">
          Removes everything that Strategic Compass added to this workbook. Your own sheets and cells are kept. You see
          a preview first.
        </p>
        {!isOpen && (
          <div class="actions">
            <button ref={button} type="button" onClick={() => void open()}>
              Preview removal
            </button>
          </div>
        )}
        {isOpen && (
          <>
            <h3 ref={heading} tabIndex={-1}>
              Preview
            </h3>
            {planned === null && session.failure.value === null && <Said>Reading the workbook…</Said>}
            {typeof planned === 'string' && <Refusal text={planned} />}
            {isNothing && <Said>This workbook has nothing of Strategic Compass.</Said>}
            {planned !== null && typeof planned !== 'string' && (
              <UninstallPreview planned={planned} chosen={chosen} choose={setChosen} session={session} />
            )}
            <div class="actions">
              {planned !== null && typeof planned !== 'string' && planned.edits.length > 0 && (
                <button type="button" class="primary" disabled={session.writing.value} onClick={() => void act()}>
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
