/** Some cells of a sheet next to each other, 0-based. */
export interface Rectangle {
  row: number;
  column: number;
  rows: number;
  columns: number;
}
