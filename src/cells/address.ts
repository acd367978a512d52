/**
 * A rectangle of cells on a sheet. Rows and columns are 0-based and inclusive. An open end (whole columns, `Till!A:A`)
 * has `bottom: null`; whole rows (`3:3`) have `right: null`. Without a sheet it lies on the sheet of its formula.
 */
export interface Range {
  sheet?: string;
  top: number;
  left: number;
  bottom: number | null;
  right: number | null;
  /** Which ends carry a `$`; absent means none does. */
  absolute?: { top?: boolean; left?: boolean; bottom?: boolean; right?: boolean };
}
