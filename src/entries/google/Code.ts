/**
 * The entry of the Apps Script project. The build makes one script of it with the global `Compass_`, private to the
 * sidebar by its last letter, and puts below it the few functions that Sheets may call: `onOpen`, `onInstall`, the two
 * menu handlers, the sidebar's rpc, and one stub a cell function with the help that Sheets shows.
 */
export { callFunction as call } from '../../hosts/google/call';
export { onOpen, openSidebar, repair } from '../../hosts/google/menu';
export { rpc } from '../../hosts/google/rpc';
