import type { JSX } from 'preact';
import type { Bridge } from '../../src/hosts/bridge';

/** What brings a sheet back where it can be brought back, else what to do before. */
const HOSTS: Record<Bridge['host'], string> = {
  excel: 'Excel can’t always undo the deletion of a sheet: save a copy of the workbook first.',
  google: 'The spreadsheet as it was stays in File › Version history.',
  web: 'Save a copy of the workbook first.',
};

/** Said before a press that *Undo* in the sidebar can't take back. */
export function NoUndo({ host }: { host: Bridge['host'] }): JSX.Element {
  return <p>Undo can’t take this back, nor what was done here before it. {HOSTS[host]}</p>;
}
