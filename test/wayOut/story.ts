import type { Bridge } from '../../src/hosts/bridge';
import { recordDecision } from '../../src/review/decisions/decision';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { placesOnTheWayOut, type WayOutChoices, wayOut } from '../../src/templates/wayOut/wayOut';
import type { Edit } from '../../src/workbook/edit';
import { CALLS_FUNCTIONS } from '../../src/workbook/edits/degrade';
import type { Block, Snapshot } from '../../src/workbook/snapshot';
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
  { name: 'Compass Log', values: [['Course', 'Wind'], ['north', 'west']] },
];

/** What the owner types into free cells of *Mine* once the product is there, and what stays of it: by hand. */
export const TYPED: { at: [row: number, column: number]; formula: string; shows: (number | string | null)[][] }[] = [
  { at: [0, 5], formula: 'CHURN_RATE(5,100)', shows: [[0.05]] },
  // Fills a row for each week: 5 / 100, 8 / 95, and a blank where nothing was typed.
  { at: [1, 5], formula: 'CHURN_RATE(B2:B4,C2:C4)', shows: [[5 / 100], [8 / 95], [null]] },
  { at: [0, 6], formula: "'Compass Data'!B2*2", shows: [[1120]] },
  { at: [1, 6], formula: 'IFERROR(INDIRECT("\'Compass KPIs\'!A2"),"gone")', shows: [['Tickets']] },
  { at: [2, 6], formula: 'SUM(G1,1)', shows: [[1121]] },
];

/** Tracks, installs, decides and types, as an owner does over a year. */
export async function live(bridge: Bridge, grid: Grid, template: string, spell: (formula: string) => string) {
  await trackIn(bridge, bakeryKpis[0]!);
  await grid.calculated();
  const chosen = templates.find(({ id }) => id === template)!;
  const options = { mode: 'sample', functions: CALLS_FUNCTIONS[bridge.host] } as const;
  await bridge.apply(installTemplate(chosen, await bridge.snapshot(), options));
  await grid.calculated();
  for (const { at, formula } of TYPED) grid.write('Mine', at[0], at[1], [[{ formula: spell(formula) }]]);
  await grid.calculated();
}

/** Plans the way out as the sidebar does. */
export async function planned(bridge: Bridge, choices: Partial<WayOutChoices> = {}) {
  const snapshot = await bridge.snapshot(placesOnTheWayOut(await bridge.snapshot()));
  return wayOut(snapshot, templates, { saved: false, bare: bridge.dialect !== 'excel', ...choices });
}
