import { existsSync } from 'node:fs';
import { compass, folder } from './compass';

const files = folder();
afterAll(files.remove);
jest.setTimeout(120_000);

test('an invented firm is made as a workbook, whose review goes on where somebody left it', async () => {
  const listed = await compass(['sample']);
  expect(listed.code).toBe(0);
  // The five of the list, by hand.
  expect(listed.out.match(/^[a-z-]+(?= )/gm)).toEqual(['bakery', 'subscription', 'agency', 'workshop', 'multi-site']);

  const out = files.path('workshop.xlsx');
  const made = await compass(['sample', 'workshop', '-o', out]);
  expect([made.code, made.err]).toEqual([0, '']);
  const reviewed = await compass(['review', out, '--json']);
  const { meeting, alerts, problems } = JSON.parse(reviewed.out);
  expect(meeting.underWay).toMatchObject({ by: 'Jakob' });
  expect(meeting.followUps[0]).toMatchObject({ state: 'overdue', owner: 'Operations lead' });
  expect(alerts.map(({ state }: { state: string }) => state)).toContain('open');
  expect(problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
});

test('a firm that is none is refused with the list, and nothing is written', async () => {
  const out = files.path('none.xlsx');
  const { code, err } = await compass(['sample', 'circus', '-o', out]);
  expect(code).toBe(2);
  expect(err).toContain("There is no firm 'circus'; there are bakery, subscription, agency, workshop, multi-site.");
  expect(existsSync(out)).toBe(false);
});
