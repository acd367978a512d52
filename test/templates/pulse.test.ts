import { serialOf } from '../../src/cells/serial';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import { edgesToRead } from '../../src/workbook/register/sources';
import { emptySnapshot, type Snapshot } from '../../src/workbook/snapshot';

const pulse = templates.find(({ id }) => id === 'alignment-pulse')!;
const blank = emptySnapshot(serialOf(2026, 11, 23), 'en-GB');
const installed = (mode: 'sample' | 'empty') => applyEdits(blank, installTemplate(pulse, blank, { mode }));
const onePicture = (snapshot: Snapshot) =>
  review(snapshot)
    .plan.find(({ pattern }) => pattern === 'Not one picture')
    ?.findings.map(({ text }) => text) ?? [];

describe('an installed Alignment pulse', () => {
  test('has its single answers read by every host, beside the Compass sheets', () => {
    // 480 rows are made ready below title, note, a blank one and the headers.
    expect(edgesToRead(installed('empty'))).toContainEqual({ sheet: 'Answers', range: 'A1:E484' });
  });

  test('shows which teams are apart: the workshop from both others, eight answers each', () => {
    // Means of July to September 2026 as the sheet Pulse has them: 4.125, 2.5, 4.125.
    expect(onePicture(installed('sample')).slice(1)).toEqual([
      '“I know what we want to reach”: Office 4.1 (8 answers), Workshop 2.5 (8 answers)',
      '“I know what we want to reach”: Workshop 2.5 (8 answers), Field crew 4.1 (8 answers)',
    ]);
  });

  test('says nothing as long as nobody has answered, or once its sheet of answers is gone', () => {
    expect(onePicture(installed('empty'))).toEqual([]);
    const { sheets, ...about } = installed('sample');
    const without = { ...about, sheets: sheets.filter(({ name }) => name !== 'Answers') };
    expect(edgesToRead(without).map(({ sheet }) => sheet)).not.toContain('Answers');
    expect(onePicture(without).join()).not.toMatch(/Workshop/);
  });
});
