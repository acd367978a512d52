import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { calendarFile } from '../../../src/review/meeting/calendar';
import { type Minutes, minutesAsMarkdown, minutesAsText } from '../../../src/review/meeting/minutes';
import { minutesSheet } from '../../../src/review/meeting/minutesSheet';
import type { Session } from '../../session';
import { dayInWords } from '../../words/day';

/** Minutes to read, to copy, to print, and the next date for the calendar. */
export function MinutesView({
  minutes,
  next,
  session,
}: {
  minutes: Minutes;
  /** The day of the next review, or empty. */
  next: string;
  session: Session;
}): JSX.Element {
  const [copied, setCopied] = useState('');
  const text = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState('');
  const { giveFile } = session.bridge;

  async function copy(what: string, content: string) {
    try {
      await navigator.clipboard.writeText(content);
      setShown('');
      setCopied(`Copied as ${what}.`);
    } catch {
      // A pane inside another page is often refused: the text is shown, selected, for Ctrl+C.
      setShown(content);
      setCopied('Copying was refused here. The text is selected below: press Ctrl+C or ⌘C.');
      setTimeout(() => text.current?.select());
    }
  }

  return (
    <div class="minutes">
      <h3>{minutes.title}</h3>
      {minutes.lead.map(line => (
        <p key={line}>{line}</p>
      ))}
      {minutes.parts.map(({ heading, lines }) => (
        <section key={heading}>
          <h4>{heading}</h4>
          <ul class="listed">
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <div class="actions">
        <button type="button" onClick={() => void copy('text', minutesAsText(minutes))}>
          Copy as text
        </button>
        <button type="button" onClick={() => void copy('Markdown', minutesAsMarkdown(minutes))}>
          Copy as Markdown
        </button>
        <button
          type="button"
          disabled={session.writing.value}
          onClick={() =>
            void session.change(
              now => minutesSheet(now, minutes),
              'The minutes are on a new sheet. The sheet is yours: nothing of ours depends on it.',
            )
          }
        >
          Put on a sheet to print
        </button>
        {next !== '' && (
          <button
            type="button"
            onClick={() =>
              giveFile
                ? giveFile(`review-${next}.ics`, 'text/calendar', calendarOf(minutes, next, session))
                : void copy(
                    'a calendar file: paste it into a text file whose name ends in .ics',
                    calendarOf(minutes, next, session),
                  )
            }
          >
            {giveFile ? 'Calendar file' : 'Copy as a calendar file'} for {dayInWords(next)}
          </button>
        )}
      </div>
      <p role="status" class="hint">
        {copied}
      </p>
      {shown !== '' && <textarea ref={text} rows={8} readOnly value={shown} aria-label="The text to copy" />}
    </div>
  );
}

function calendarOf(minutes: Minutes, next: string, session: Session): string {
  return calendarFile(next, session.review.value?.asOf ?? next, minutes.lead.join(' '));
}
