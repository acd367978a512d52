/**
 * The entry of the Apps Script project. The build makes one script of it with the global `Compass_`, private to the
 * sidebar by its last letter, and puts below it the few functions that Sheets may call: `onOpen`, `onInstall`, the two
 * menu handlers, the sidebar's door, and one stub a cell function with the help that Sheets shows.
 */
export { call } from './call';
export { rpc } from './door';
export { onOpen, openSidebar, repair } from './menu';
