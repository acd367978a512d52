/**
 * Objects of Excel's model that only need to be told things: what is set, and what is called, is written down at the next
 * sync, and a member that is not on the list fails as it would in Excel.
 *
 * @param later  puts an action into the batch that the next sync runs
 * @param note   writes down what was said: `Till!B2:B4 Custom custom.rule.formula =B2<5`
 */
export const recorder =
  (later: (action: () => void) => void, note: (text: string) => void) =>
  // biome-ignore lint/suspicious/noExplicitAny: a stand-in for any part of the model
  (where: () => string, what: string, members: string[]): any => {
    const part = (path: string, called: () => string): object =>
      new Proxy(() => undefined, {
        get(_target, name: string) {
          const inner = path === '' ? name : `${path}.${name}`;
          if (!members.some(member => member === inner || member.startsWith(`${inner}.`))) {
            throw new TypeError(`${what}.${inner} is not in the object model`);
          }
          return part(inner, called);
        },
        set(_target, name: string, value: unknown) {
          const inner = path === '' ? name : `${path}.${name}`;
          if (!members.includes(inner)) throw new TypeError(`${what}.${inner} cannot be set`);
          later(() => note(`${where()} ${what} ${inner}${called()} ${shown(value)}`));
          return true;
        },
        apply(_target, _self, given: unknown[]) {
          // Shown when the sync runs: only then is a sheet there that the same batch adds.
          const words = () => given.map(shown).join(' ');
          later(() => note(`${where()} ${what} ${path}${called()} ${words()}`.trimEnd()));
          return part(path, () => `${called()}(${words()})`);
        },
      });
    return part('', () => '');
  };

function shown(value: unknown): string {
  const range = value as { shownAs?(): string } | null;
  if (typeof range?.shownAs === 'function') return range.shownAs();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
