/** As large as a chart is read well, and small enough for the grid to stay in sight on a laptop; in pixels. */
const SIZE = { width: 860, height: 620 };

/** Where the sidebar mounts, as the build writes it. */
const MOUNT = '<main id="sidebar">';

/** A text as the value of an attribute: letters beyond ASCII as references, HtmlService has been seen to garble them. */
function attribute(text: string): string {
  return Array.from(text, letter => (/[\w .-]/.test(letter) ? letter : `&#${letter.codePointAt(0)!};`)).join('');
}

/**
 * Shows a KPI in a window over the grid: the same page as the sidebar, told what to open. The grid stays usable beside it,
 * and a window that is open already makes room.
 *
 * @param kpi  its name
 */
export function showKpiWindow(kpi: string): null {
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').getContent();
  const html = page.replace(MOUNT, () => `<main id="sidebar" data-kpi="${attribute(kpi)}">`);
  const output = HtmlService.createHtmlOutput(html).setWidth(SIZE.width).setHeight(SIZE.height);
  SpreadsheetApp.getUi().showModelessDialog(output, 'Strategic Compass');
  return null;
}
