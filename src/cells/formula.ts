import type { Range } from './address';

/**
 * A formula as data: what the core writes, whatever the host's spelling. It is plain JSON, so that an edit that carries
 * one can be previewed, sent through a sidebar's door, and compared.
 */
export type Formula =
  | { number: number }
  | { text: string }
  | { boolean: boolean }
  | { reference: Range }
  | { call: string; arguments: Formula[] }
  | {
      operator: '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';
      left: Formula;
      right: Formula;
    }
  | { negate: Formula }
  /** An argument left out between two separators. */
  | { omitted: true };

/** Where a formula is going to be written. `file` is the stored form inside an .xlsx package. */
export type Dialect = 'sheets' | 'excel' | 'univer' | 'file';
