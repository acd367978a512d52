/**
 * An object of Excel's model as the host keeps it: members under the names of the declarations, in small letters. What is
 * not listed is not understood, and fails the test.
 */
export interface HostObject {
  /** For messages: `Range`. */
  readonly kind: string;
  /** What can be loaded. */
  readonly scalars?: Record<string, () => unknown>;
  /** What can be set. */
  readonly setters?: Record<string, (value: never) => void>;
  /** Objects that are properties. */
  readonly parts?: Record<string, () => HostObject>;
  /** Methods; one that gives null instead of an object gives the null object. */
  readonly methods?: Record<string, (...given: never[]) => unknown>;
  /** Of a collection: its members, and one by its key. */
  readonly items?: () => HostObject[];
  readonly item?: (key: string) => HostObject;
  /** Its identity, by which the client finds it again. */
  readonly id?: () => string;
  /** What is written of it where it is an argument: an address. */
  readonly shownAs?: () => string;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
