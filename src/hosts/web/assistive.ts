/** What Univer 0.25.1 leaves without a name, by its own marks in the page. */
const NAMES: [selector: string, name: string][] = [
  ['[data-u-command="univer.command.undo"]', 'Undo'],
  ['[data-u-command="univer.command.redo"]', 'Redo'],
  ['[data-u-command="sheet.command.set-once-format-painter"]', 'Copy the format'],
  ['[data-u-command="sheet.command.clear-selection-all"]', 'Clear contents and format'],
  ['[data-u-command="sheet.command.set-range-font-increase"]', 'Larger text'],
  ['[data-u-command="sheet.command.set-range-font-decrease"]', 'Smaller text'],
  ['[data-u-command="sheet.command.set-range-bold"]', 'Bold'],
  ['[data-u-command="sheet.command.set-range-italic"]', 'Italic'],
  ['[data-u-command="sheet.command.set-range-underline"]', 'Underlined'],
  ['[data-u-command="sheet.command.set-range-stroke"]', 'Struck through'],
  ['[data-u-command="sheet.command.numfmt.set.percent"]', 'As a percentage'],
  ['[data-u-command="sheet.command.numfmt.set.currency"]', 'As money'],
  ['[data-u-command="sheet.command.numfmt.add.decimal.command"]', 'More decimals'],
  ['[data-u-command="sheet.command.numfmt.subtract.decimal.command"]', 'Fewer decimals'],
  ['[data-u-command="sheet.command.add-range-protection-from-toolbar"]', 'Protect'],
  ['[data-u-command="base-ui.operation.toggle-shortcut-panel"]', 'Keyboard shortcuts'],
  ['[data-u-command="sheet.command.toggle-gridlines"]', 'Gridlines'],
  ['[data-u-comp="ribbon-toolbar"] [data-u-comp="input"] input', 'Text size'],
  ['[data-u-comp="ribbon-toolbar"] input', 'Font'],
  ['[data-u-comp="defined-name"] input', 'Cell or name'],
  ['[data-u-comp="defined-name"] a', 'Names in this workbook'],
  ['[data-u-comp="formula-bar"] button', 'Close the larger formula bar'],
  ['[data-u-comp="sheet-bar-append-button"]:has(.univerjs-icon-increase-icon)', 'New sheet'],
  ['[data-u-comp="sheet-bar-append-button"]:has(.univerjs-icon-convert-icon)', 'All sheets'],
  ['[data-u-comp="sheet-bar-append-button"]:has(.univerjs-icon-more-icon.univer-rotate-180)', 'Sheets further left'],
  ['[data-u-comp="sheet-bar-append-button"]:has(.univerjs-icon-more-icon)', 'Sheets further right'],
  ['[data-u-comp="button"]:has(.univerjs-icon-reduce-icon)', 'Smaller'],
  ['[data-u-comp="button"]:has(.univerjs-icon-increase-icon)', 'Larger'],
  ['button[role="handle"]', 'Zoom'],
  ['[role="track"] a', 'Zoom 100 %'],
];

/**
 * Makes the grid's own interface usable without seeing it, and by keyboard: what has no name gets one. Univer's canvases ask
 * for the keyboard before everything else on the page; here they wait for their turn.
 *
 * @param container  where the grid is drawn
 */
export function assistGrid(container: HTMLElement): void {
  const all = NAMES.map(([selector]) => selector).join(',');
  const settle = () => {
    for (const canvas of container.querySelectorAll<HTMLElement>('canvas[tabindex="1"]')) {
      // That of an editor waits beyond the edge of the screen.
      canvas.tabIndex = canvas.id.startsWith('univer-doc-') ? -1 : 0;
    }
    for (const element of container.querySelectorAll<HTMLElement>(all)) {
      if (element.ariaLabel || element.title || element.textContent?.trim()) continue;
      element.ariaLabel = NAMES.find(([selector]) => element.matches(selector))![1];
    }
  };
  new MutationObserver(settle).observe(container, { childList: true, subtree: true });
}
