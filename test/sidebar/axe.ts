import { readFileSync } from 'node:fs';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** In other colours than light ones nothing else differs. */
const CONTRAST: RunOptions = { runOnly: ['color-contrast'] };

/** What repeats looks alike: of a long list the first few are looked at in other colours. */
const REPEATED = ':is(li, tr, details, article):nth-child(n + 4)';

/** The colours in which a person may read: the system's light or dark ones, or those of high contrast. */
const COLOURS = [
  { colorScheme: 'light', forcedColors: 'none', rules: {} },
  { colorScheme: 'dark', forcedColors: 'none', rules: CONTRAST },
  { colorScheme: 'light', forcedColors: 'active', rules: CONTRAST },
  { colorScheme: 'dark', forcedColors: 'active', rules: CONTRAST },
] as const;

/** What an expert's checker finds that keeps people out, in light and dark colours and in high contrast. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found: string[] = [];
  for (const { rules, ...colours } of COLOURS) {
    await page.emulateMedia(colours);
    const { violations: here } = await page.evaluate(
      ([options, exclude]) =>
        (window as unknown as { axe: typeof import('axe-core') }).axe.run(exclude ? { exclude } : document, options),
      [rules, rules === CONTRAST ? [REPEATED] : null] as const,
    );
    const where = `${colours.colorScheme}${colours.forcedColors === 'active' ? ', high contrast' : ''}`;
    found.push(...here.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} (${where}): ${html}`)));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return [...new Set(found)];
}

/** Unfolds everything, so that it is checked as well. */
export const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
