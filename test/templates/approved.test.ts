import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { blank, coffeeCart, edits, installed } from './coffeeCart';
import { editLines } from './editLines';

/*
 * All that an installation writes, looks included, as it was when its pictures were last looked at (`docs/images`, and what
 * LibreOffice makes of it). Whoever changes it looks at the pictures again, and takes the new lines over:
 *
 *   APPROVE=1 npm test -- test/templates/approved
 */
const bakery = templates.find(({ id }) => id === 'bakery')!;
const APPROVED = {
  'a small template': () => edits(),
  'its dashboard where cells call functions': () =>
    edits({ functions: true }).filter(edit => 'sheet' in edit && edit.sheet === 'Compass Dashboard'),
  'its removal': () => removeTemplate(installed(), coffeeCart).edits,
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
