/**
 * What Microsoft's client library sends to Excel at each `context.sync()`, and what comes back. Nobody publishes it; this is
 * what the library itself writes and reads (`@microsoft/office-js`, `excel-web-16.00.debug.js`).
 */

/** How an object is reached, seen from another or from the workbook. */
export interface ObjectPath {
  Id: number;
  ObjectPathType: PathType;
  /** The member's name, with a capital; of a kept reference its id, of a service its full name. */
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export enum PathType {
  Workbook = 1,
  Service = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  Reference = 6,
  Null = 7,
}

/** What is done with the object at the end of a path. */
export interface Action {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };
}

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** At the place of an argument that is an object, the id of its path; 0 or nothing elsewhere. */
  ReferencedObjectPathIds?: unknown[];
}

export interface Request {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface Response {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location?: string; HttpStatusCode: number };
}

/** The message around a request, and around its response. */
export interface Envelope {
  id: number;
  type: number;
  /** Bit 64: wait until the cell that is being edited is done. */
  flags: number;
  message: { body: string | Request };
}

/** Set by `Excel.run({ delayForCellEdit: true }, …)`. */
export const DELAY_FOR_CELL_EDIT = 64;

/** Excel on the web takes and gives that much at once. Origin: Microsoft, Resource limits and performance optimization for Office Add-ins. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;
