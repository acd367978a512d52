import { partlyWritten } from '../../workbook/edits/outcome';
import type { Place } from '../../workbook/register';
import type { Bridge } from '../bridge';
import { giveFile } from '../giveFile';
import type { Answer, Request, Results } from './messages';
import { packEdits } from './wire';

/** The part of `google.script.run` that is used. */
export interface ScriptRunner {
  withSuccessHandler(handler: (json: string) => void): ScriptRunner;
  withFailureHandler(handler: (reason: Error) => void): ScriptRunner;
  compassRpc(json: string): void;
}

/** After that many milliseconds a call is given up: the script itself may run for six minutes, nobody waits that long. */
export const PATIENCE = 90_000;
/** Milliseconds between two looks at the spreadsheet while the sidebar is in view. */
export const LOOK_EVERY = 60_000;

/** Asks the script one question; rejects with its words, or when it has not answered in time. */
function ask<Name extends Request['ask']>(
  runner: ScriptRunner,
  question: Request & { ask: Name },
): Promise<Results[Name]> {
  return new Promise((resolve, reject) => {
    const bell = setTimeout(
      () => reject(new Error(`Google Sheets has not answered for ${PATIENCE / 1000} seconds.`)),
      PATIENCE,
    );
    runner
      .withSuccessHandler(json => {
        clearTimeout(bell);
        const said = JSON.parse(json) as Answer<Results[Name]>;
        if ('refused' in said) reject(new Error(said.refused));
        else resolve(said.result);
      })
      .withFailureHandler(reason => {
        clearTimeout(bell);
        reject(new Error(reason.message));
      })
      .compassRpc(JSON.stringify(question));
  });
}

/**
 * Looks again when the user comes back to the sidebar, and once a minute while it is in view. Sheets tells a sidebar
 * nothing of changes, and every look is a server call that reads the Compass sheets: oftener would spend the user's
 * thirty simultaneous calls on nothing, more rarely would show last month's figure to somebody who just typed this one's.
 */
function looks(listener: () => void): () => void {
  const look = () => {
    if (document.visibilityState === 'visible') listener();
  };
  const timer = setInterval(look, LOOK_EVERY);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
}

/**
 * The sidebar's bridge to Google Sheets.
 *
 * @param runner    `google.script.run`
 * @param isWindow  whether the page is in a window already
 */
export function googleBridge(runner: ScriptRunner, isWindow = false): Bridge {
  return {
    host: 'google',
    dialect: 'sheets',
    snapshot: (further: Place[] = []) => ask(runner, { ask: 'snapshot', further }),
    selection: () => ask(runner, { ask: 'selection' }),
    // A script that fails or does not answer may have written already, or may do so yet.
    apply: edits =>
      ask(runner, { ask: 'apply', edits: packEdits(edits) }).catch((reason: Error) =>
        partlyWritten('unknown', '', reason.message),
      ),
    select: async place => {
      await ask(runner, { ask: 'select', place });
    },
    giveFile,
    ...(!isWindow && {
      openWindow: async (kpi: string) => {
        await ask(runner, { ask: 'window', kpi });
      },
    }),
    onChange: looks,
  };
}
