import { type HostObject, isHostObject } from './hostObject';

/**
 * Objects of Excel's model that only need to be told things: what is set, and what is called, is written down, and a member
 * that is not on the list is not understood.
 *
 * @param note     writes down what was said: `Till!B2:B4 Custom custom.rule.formula =B2<5`
 * @param where    the cells or the sheet that it is said of
 * @param what     the object
 * @param members  `custom.rule.formula`, `series.add`
 */
export function recorded(note: (text: string) => void, where: string, what: string, members: string[]): HostObject {
  const part = (path: string, called: string): HostObject => {
    const inner = (name: string) => (path === '' ? name : `${path}.${name}`);
    const isPart = (name: string) => members.some(one => one.startsWith(`${inner(name)}.`));
    const isMember = (name: string) => members.includes(inner(name));
    const told = (name: string, text: string) => {
      // Parts of an object that has no name of its own, as the format of cells.
      note([where, what, `${inner(name)}${called}`, text].filter(Boolean).join(' '));
    };
    /** Members under the names that are on the list, and no others. */
    const table = <T>(isThere: (name: string) => boolean, make: (name: string) => T) =>
      new Proxy({} as Record<string, T>, { get: (_target, name: string) => (isThere(name) ? make(name) : undefined) });
    return {
      kind: `${what || 'Format'}${path && `.${path}`}`,
      parts: table(isPart, name => () => part(inner(name), called)),
      setters: table(isMember, name => (value: never) => told(name, shown(value))),
      methods: table(isMember, name => (...given: never[]) => {
        // Arguments that were left out arrive as null.
        const words = (given as unknown[]).filter(one => one !== null).map(shown);
        told(name, words.join(' '));
        return part(inner(name), `${called}(${words.join(' ')})`);
      }),
    };
  };
  return part('', '');
}

function shown(value: unknown): string {
  if (isHostObject(value)) return value.shownAs?.() ?? value.kind;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
