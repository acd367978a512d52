import { nearestName } from '../../workbook/sheets/names';

/** A template that breaks its schema: which field, and what was expected there. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

/** Checks a value that was read from a file; `field` is where it is, as `kpis[2].target`. */
export type Check<T> = (value: unknown, field: string) => T;

function expected(what: string, value: unknown, field: string): never {
  const found = value === undefined ? 'nothing' : JSON.stringify(value);
  throw new TemplateError(`${field}: expected ${what}, found ${found.length > 60 ? `${found.slice(0, 57)}…` : found}.`);
}

export const textCheck: Check<string> = (value, field) =>
  typeof value === 'string' && value.trim() !== '' ? value : expected('text', value, field);

export const numberCheck: Check<number> = (value, field) =>
  typeof value === 'number' && Number.isFinite(value) ? value : expected('a number', value, field);

/** A number from 0 on. */
export const weight: Check<number> = (value, field) =>
  numberCheck(value, field) >= 0 ? (value as number) : expected('a number from 0 on', value, field);

/** A whole number within limits: a slip of the hand must not make a million rows. */
export function whole(from: number, to: number): Check<number> {
  return (value, field) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to
      ? (value as number)
      : expected(`a whole number from ${from} to ${to}`, value, field);
}

export const flag: Check<boolean> = (value, field) =>
  typeof value === 'boolean' ? value : expected('true or false', value, field);

/** A cell of a sample: a figure, a word, or null for a blank. */
export const sample: Check<number | string | null> = (value, field) =>
  value === null || typeof value === 'string' ? value : numberCheck(value, field);

/** One of several objects, told apart by their `kind`. */
export function kindOf<T extends { kind: string }>(
  kinds: { [K in T['kind']]: Check<Extract<T, { kind: K }>> },
): Check<T> {
  const names = Object.keys(kinds) as T['kind'][];
  return (value, field) => {
    const kind = oneOf(names)((value as { kind?: unknown } | null)?.kind, `${field}.kind`);
    return (kinds[kind] as Check<T>)(value, field);
  };
}

export function oneOf<T extends string>(words: readonly T[]): Check<T> {
  return (value, field) => words.find(word => word === value) ?? expected(`one of ${words.join(', ')}`, value, field);
}

/** A list with at least one entry. */
export function listOf<T>(check: Check<T>): Check<T[]> {
  return (value, field) =>
    Array.isArray(value) && value.length > 0
      ? value.map((entry, index) => check(entry, `${field}[${index}]`))
      : expected('a list', value, field);
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, field) => (value === undefined ? undefined : check(value, field));
}

/** An object with these fields and no others. */
export function shape<T>(fields: { [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return expected('an object', value, field);
    const given = value as Record<string, unknown>;
    const within = (name: string) => (field === '' ? name : `${field}.${name}`);
    for (const name of Object.keys(given)) {
      if (names.includes(name as keyof T & string)) continue;
      const near = nearestName(name, names);
      throw new TemplateError(`${within(name)}: no such field${near ? `; did you mean ${near}?` : '.'}`);
    }
    const checked: Partial<T> = {};
    for (const name of names) {
      const found = fields[name](given[name], within(name));
      if (found !== undefined) checked[name] = found;
    }
    return checked as T;
  };
}
