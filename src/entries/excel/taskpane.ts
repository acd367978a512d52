/** The entry of taskpane.js: the same sidebar as everywhere, with Excel behind its bridge. */
import { mountSidebar } from '../../../sidebar/main';
import { excelBridge } from '../../hosts/excel/bridge';

Office.onReady(() => mountSidebar(document.getElementById('sidebar')!, excelBridge()));
