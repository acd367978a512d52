/** The entry of Sidebar.html: the same sidebar as everywhere, with Sheets behind its bridge; also in the window of a KPI. */
import { mountSidebar } from '../../../sidebar/main';
import { googleBridge, type ScriptRunner } from '../../hosts/google/bridge';

declare const google: { script: { run: ScriptRunner } };

const element = document.getElementById('sidebar')!;
const { kpi } = element.dataset;

mountSidebar(element, googleBridge(google.script.run, kpi !== undefined), kpi === undefined ? 'review' : { kpi });
