/** The entry of Sidebar.html: the same sidebar as everywhere, with Sheets behind its bridge. */
import { mountSidebar } from '../../../sidebar/main';
import { googleBridge, type ScriptRunner } from '../../hosts/google/bridge';

declare const google: { script: { run: ScriptRunner } };

mountSidebar(document.getElementById('sidebar')!, googleBridge(google.script.run));
