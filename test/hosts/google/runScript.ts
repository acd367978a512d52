import vm from 'node:vm';

/** What a script's top level offers once it has run. */
export type Script = Record<string, (...given: unknown[]) => unknown>;

/**
 * Runs Code.js as Apps Script would: a bare realm with ECMAScript's own globals and those that are given, no others.
 *
 * @param globals  SpreadsheetApp and its like
 * @returns        the realm's global object, and a maker of that realm's dates
 */
export function runScript(
  code: string,
  globals: Record<string, unknown>,
): { script: Script; date: (at: number) => Date } {
  const context = vm.createContext({ ...globals });
  vm.runInContext(code, context, { filename: 'Code.js' });
  return { script: context as unknown as Script, date: vm.runInContext('at => new Date(at)', context) };
}
