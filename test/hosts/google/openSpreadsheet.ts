import type { ScriptRunner } from '../../../src/hosts/google/bridge';
import type { Block } from '../../../src/workbook/snapshot';
import { type FakeSheets, fakeSheets } from './fakeSheets';
import { runScript, type Script } from './runScript';

/** A spreadsheet with the add-on in it, and the ways to its script. */
export interface OpenSpreadsheet {
  fake: FakeSheets;
  /** What the script offers to Sheets. */
  script: Script;
  /** Through the rpc: JSON in, JSON out, once everything is calculated. */
  ask(json: string): Promise<string>;
  /** `google.script.run`. */
  run: ScriptRunner;
}

/**
 * Opens a spreadsheet over Code.js in a bare realm, where its dates are made as well.
 *
 * @param code  Code.js as built
 */
export function openSpreadsheet(
  code: string,
  sheets: Block[],
  about: Omit<Parameters<typeof fakeSheets>[0], 'sheets' | 'date'> & { latency?: number } = {},
): OpenSpreadsheet {
  let date: (at: number) => Date = at => new Date(at);
  const fake = fakeSheets({ sheets, ...about, date: at => date(at) });
  const realm = runScript(code, fake.globals);
  date = realm.date;
  const ask = async (json: string) => {
    expect(typeof json).toBe('string');
    const said = realm.script.compassRpc!(json);
    // A script that was stopped answers nothing but the platform's own words.
    if (fake.diesAfter === 0) throw new Error('Exceeded maximum execution time');
    expect(typeof said).toBe('string');
    await fake.engine.calculated();
    return said as string;
  };
  /** Each handler makes a new runner, and the answer comes some time later. */
  const runner = (done?: (json: string) => void, failed?: (reason: Error) => void): ScriptRunner => ({
    withSuccessHandler: handler => runner(handler, failed),
    withFailureHandler: handler => runner(done, handler),
    compassRpc: json => {
      setTimeout(() => ask(json).then(done, failed), about.latency ?? 0);
    },
  });
  return { fake, script: realm.script, ask, run: runner() };
}
