/** The pages of `docs/` that are made from what ships: functions.md, templates.md and the patterns in drift.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { driftPage } from './generate/driftPage.mjs';
import { functionsPage } from './generate/functionsPage.mjs';
import { templatesPage } from './generate/templatesPage.mjs';
import { root } from './install.mjs';

/** @typedef {typeof import('../src/index')} Core */

/** @param {{ core: string }} options  the file of the core as built */
export async function buildDocs({ core }) {
  /** @type {Core} */
  const built = await import(`${pathToFileURL(core).href}?${Date.now()}`);
  writeFileSync(`${root}docs/functions.md`, functionsPage(built.functions, built));
  const page = readFileSync(`${root}docs/drift.md`, 'utf8');
  writeFileSync(`${root}docs/drift.md`, driftPage(page, built.patterns, built.explainedAt));
  writeFileSync(`${root}docs/templates.md`, templatesPage(built.templates, foundInSamples(built)));
}

/**
 * What the review of each template's sample finds on one day, so that the page does not change with the calendar.
 *
 * @param {Core} core
 */
function foundInSamples({ templates, installTemplate, applyEdits, review }) {
  const blank = { today: 46_349, locale: 'en-GB', sheets: [] };
  /** @type {(finding: { state: string }) => boolean} */
  const live = ({ state }) => state === 'new' || state === 'open';
  return Object.fromEntries(
    templates.map(template => {
      const { alerts, wins } = review(applyEdits(blank, installTemplate(template, blank, { mode: 'sample' })));
      return [template.id, [...alerts, ...wins].filter(live).map(({ headline }) => headline)];
    }),
  );
}
