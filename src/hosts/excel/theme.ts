/**
 * Follows Excel's theme: light or dark as Excel is, whatever the system around it is. Where Excel does not tell, and in the
 * high contrast of the system, the browser's own settings count.
 *
 * @param page  the root of the page: `data-theme` is set on it
 */
export function followTheme(page: HTMLElement): void {
  const { officeTheme } = Office.context;
  const ground = officeTheme?.bodyBackgroundColor;
  if (!ground) return;
  page.dataset.theme = isDark(ground) ? 'dark' : 'light';
}

/** Whether a colour, `#262626`, is nearer to black than to white. Origin of the weights: WCAG 2.2, relative luminance. */
function isDark(colour: string): boolean {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour)?.slice(1);
  if (!parts) return false;
  const [red, green, blue] = parts.map(part => Number.parseInt(part, 16) / 255) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.5;
}
