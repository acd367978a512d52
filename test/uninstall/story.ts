import type { Bridge } from '../../src/hosts/bridge';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { placesToUninstall, planUninstall, type UninstallChoices } from '../../src/templates/uninstall/uninstall';
import { CALLS_FUNCTIONS } from '../../src/workbook/edits/degrade';
import type { Block } from '../../src/workbook/snapshot';
import { bakeryKpis, bakeryWeeks, trackIn } from '../hosts/bakery';
import type { Grid } from '../hosts/typing';

/** The bakery's weeks, and beside them a list with a formula of the owner's, a text that looks like one, and a day. */
export const owners = (): Block[] => [
  bakeryWeeks(),
  {
    name: 'Mine',
    values: [
      ['Week', 'Lost', 'At start', 'Half'],
      [42681, 5, 100, 2.5],
      [42688, 8, 95, 4],
      [42695, null, 90, 0],
      ['=not one', true, '#N/A as text', null],
    ],
    formulas: [
      [null, null, null, null],
      [null, null, null, '=B2/2'],
      [null, null, null, '=B3/2'],
      [null, null, null, '=B4/2'],
      [null, null, null, null],
    ],
    formats: Array.from({ length: 5 }, (_, row) => [row % 4 === 0 ? 'General' : 'yyyy-mm-dd', '0', '0', '0.0']),
  },
  // The owner's own, although its name reads like one of ours.
  {
    name: 'Compass Dashboard',
    values: [
      ['Course', 'Wind'],
      ['north', 'west'],
    ],
  },
];

/** What the owner types into free cells of *Mine* once the product is there, and what stays of it: by hand. */
const tickets = bakeryWeeks().values[3]![1] as number;
export const TYPED: { at: [row: number, column: number]; formula: string; shows: (number | string | null)[][] }[] = [
  { at: [0, 5], formula: 'CHURN_RATE(5,100)', shows: [[0.05]] },
  // Fills a row for each week: 5 / 100, 8 / 95, and a blank where nothing was typed.
  { at: [1, 5], formula: 'CHURN_RATE(B2:B4,C2:C4)', shows: [[5 / 100], [8 / 95], [null]] },
  { at: [0, 6], formula: "'Compass Data'!B2*2", shows: [[2 * tickets]] },
  { at: [1, 6], formula: 'IFERROR(INDIRECT("\'Compass KPIs\'!A2"),"gone")', shows: [['Tickets']] },
  { at: [2, 6], formula: 'SUM(G1,1)', shows: [[2 * tickets + 1]] },
];

/** Tracks, installs, decides and types, as an owner does over a year. */
export async function live(bridge: Bridge, grid: Grid, template: string) {
  await trackIn(bridge, bakeryKpis[0]!);
  await grid.calculated();
  const chosen = templates.find(({ id }) => id === template)!;
  const options = { mode: 'sample', functions: CALLS_FUNCTIONS[bridge.host] } as const;
  await bridge.apply(installTemplate(chosen, await bridge.snapshot(), options));
  await grid.calculated();
  for (const { at, formula } of TYPED) grid.write('Mine', at[0], at[1], [[{ formula: `=${formula}` }]]);
  await grid.calculated();
}

/** Plans the removal as the sidebar does. */
export async function planned(bridge: Bridge, choices: Partial<UninstallChoices> = {}) {
  const snapshot = await bridge.snapshot(placesToUninstall(await bridge.snapshot()));
  return planUninstall(snapshot, templates, { isFile: false, hasBareNames: bridge.dialect !== 'excel', ...choices });
}
