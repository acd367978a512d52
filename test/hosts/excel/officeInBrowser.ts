/** What stands at Microsoft's address in the test of the pane: a fake Office.js over the workbook that the test left there. */
import type { Block } from '../../../src/workbook/snapshot';
import { fakeExcel } from './fakeExcel';
import { staticGrid } from './staticGrid';

declare global {
  interface Window {
    workbookOfTest: Block[];
    fakeOfTest: ReturnType<typeof fakeExcel>;
  }
}

window.fakeOfTest = fakeExcel(staticGrid(window.workbookOfTest));
Object.assign(window, window.fakeOfTest.globals);
