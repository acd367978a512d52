import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import type { PeriodsBlock, Template, TemplateBlock, TemplateColumn } from '../../src/templates/template';
import { planUninstall } from '../../src/templates/uninstall/uninstall';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { rollForward } from '../../src/templates/upkeep/rollForward';
import { upgradeTemplate } from '../../src/templates/upkeep/upgradeTemplate';
import { blank, coffeeCart, edits, installed } from './coffeeCart';
import { editLines } from './editLines';

/*
 * All that an installation writes, looks included, as it was when its pictures were last looked at (`docs/images`, and what
 * LibreOffice makes of it). Whoever changes it looks at the pictures again, and takes the new lines over:
 *
 *   APPROVE=1 npm test -- test/templates/approved
 */
const bakery = templates.find(({ id }) => id === 'bakery')!;
const TRAITS = { isFile: false, hasBareNames: false };
const KEPT = { 'Compass Strategy': true, 'Compass KPIs': true, 'Compass Data': true, Cart: true };

/** The cart with another formula, a column, a goal and a KPI more. */
function newer(): Template {
  const [cart, ...others] = coffeeCart.sheets;
  const [labels, periods] = cart!.blocks as [TemplateBlock, PeriodsBlock];
  const [cups, sales, growth] = periods.columns as [TemplateColumn, TemplateColumn, TemplateColumn];
  const tips: TemplateColumn = { id: 'tips', header: 'Tips', format: '#,##0 ¤', sample: [9, 10, 11, 12] };
  const columns = [cups, { ...sales, formula: '[cups] * [price] * 2' }, growth, tips];
  const { strategy, kpis } = coffeeCart;
  return {
    ...coffeeCart,
    version: 2,
    strategy: { ...strategy, goals: [...strategy.goals, { name: 'Be liked', why: 'Word of mouth' }] },
    sheets: [{ ...cart!, blocks: [labels, { ...periods, columns }] }, ...others],
    kpis: [...kpis, { ...kpis[0]!, name: 'Tips', column: 'tips', goal: 'Be liked' }],
  };
}

const APPROVED = {
  'a small template': () => edits(),
  'its dashboard where cells call functions': () =>
    edits({ functions: true }).filter(edit => 'sheet' in edit && edit.sheet === 'Compass Dashboard'),
  'its removal': () => removeTemplate(installed(), coffeeCart).edits,
  'what is kept in plain sheets': () => planUninstall(installed(), [coffeeCart], { ...TRAITS, keep: KEPT }).edits,
  'two months more': () => rollForward(installed(), coffeeCart, 2).edits,
  'a newer version': () => upgradeTemplate(installed(), newer()).edits,
  'a bakery without figures': () =>
    installTemplate(bakery, blank, { mode: 'empty' }).filter(
      edit => 'sheet' in edit && edit.sheet !== 'Compass Dashboard',
    ),
};

test.each(Object.entries(APPROVED))('%s is what was approved', (name, made) => {
  const file = join(__dirname, 'approved', `${name.replaceAll(' ', '-')}.txt`);
  const lines = editLines(made());
  if (process.env.APPROVE) writeFileSync(file, `${lines.join('\n')}\n`);
  expect(lines).toEqual(readFileSync(file, 'utf8').trimEnd().split('\n'));
});
