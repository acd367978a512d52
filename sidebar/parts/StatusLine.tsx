import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '../session';

/** Milliseconds after which a reading is worth a word: shorter ones, at every look, would only flicker. */
const SLOW = 1000;

/** One line on what is going on or was last done, and the way to stop waiting for a host that takes long. */
export function StatusLine({ session }: { session: Session }): JSX.Element {
  const isReading = session.reading.value;
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isReading) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, [isReading]);
  const canStop = isReading && isSlow && !session.writing.value && session.snapshot.value !== null;
  const canUndo = session.undoable.value[0]?.done === session.done.value && !session.writing.value;
  const said = statusInWords(session, isReading && isSlow);
  const line = useRef<HTMLDivElement>(null);
  /** What else stays at the foot of the sidebar has to know how high this line is, or it would be behind it. */
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => {
      const { offsetHeight, parentElement } = line.current!;
      parentElement?.style.setProperty('--status-height', `${offsetHeight}px`);
    });
    watch.observe(line.current!);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="status" ref={line}>
      <p role="status">{said}</p>
      {said === '' && session.bridge.host === 'web' && (
        <p class="meta">
          <kbd>F6</kbd> goes to the grid and back
        </p>
      )}
      {canStop && (
        <button type="button" class="quiet" onClick={session.stopReading}>
          Stop waiting
        </button>
      )}
      {canUndo && (
        <button type="button" class="quiet" aria-keyshortcuts="Control+Z" onClick={() => void session.undo()}>
          Undo
        </button>
      )}
    </div>
  );
}

function statusInWords(session: Session, isSlow: boolean): string {
  if (session.writing.value) return 'Writing to the workbook…';
  if (session.calculating.value) return 'Calculating…';
  if (session.snapshot.value === null && session.failure.value === null) return 'Reading the workbook…';
  return session.done.value || (isSlow ? 'Looking for changes in the workbook…' : '');
}
