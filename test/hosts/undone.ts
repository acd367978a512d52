import { openSession } from '../../sidebar/session';
import type { Bridge } from '../../src/hosts/bridge';
import { templates } from '../../src/templates/catalogue';
import { FIRST_KPI, WORK } from '../../src/templates/dashboard/dashboardRows';
import { installTemplate } from '../../src/templates/install/installTemplate';
import { viewSheet } from '../../src/workbook/sheets/sheetView';
import { wholeWorkbook } from './bakery';

const DASHBOARD = 'Compass Dashboard';

/**
 * Presses what the sidebar has for it: *Install* of a template whose dashboard has the verdicts by one formula that runs over the
 * cells below it, and *Undo*; expects the workbook to be what it was.
 *
 * @param calculated  resolves once the host has calculated
 * @param type        types something into a cell of the dashboard, as its owner might, before *Undo* is pressed
 */
export async function installAndUndo(
  bridge: Bridge,
  calculated: () => Promise<void>,
  type?: (sheet: string, row: number, column: number) => Promise<void>,
): Promise<void> {
  const template = templates.find(({ id }) => id === 'four-functions')!;
  // Nobody else changes the workbook; listening would take a page.
  const session = openSession({ ...bridge, onChange: () => () => undefined });
  try {
    await session.refresh();
    const before = await wholeWorkbook(bridge);
    const install = () =>
      session.change(now => installTemplate(template, now, { mode: 'sample', functions: true }), 'Installed.');
    await expect(install()).resolves.toBe(true);
    await calculated();
    const page = viewSheet(await bridge.snapshot([{ sheet: DASHBOARD }]), DASHBOARD)!;
    expect(page.formula(FIRST_KPI - 1, WORK.verdicts)).toContain('KPI_VERDICTS(');
    // The lines after the first are nobody's: the formula's result runs over them.
    const lines = template.kpis.map((_, index) => page.cell(FIRST_KPI - 1 + index, WORK.verdicts));
    expect(lines).toEqual(template.kpis.map(({ name }) => name));
    const after = type && (await typed(bridge, type));
    await session.undo();
    await calculated();
    expect(session.failure.value?.why ?? null).toBe(
      after ? `The sheet ‘${DASHBOARD}’ holds something else by now; it was left as it is.` : null,
    );
    expect(session.done.value).toBe(after ? '' : 'Undone: Installed.');
    expect(await wholeWorkbook(bridge)).toEqual(after ?? before);
  } finally {
    session.end();
  }
}

/** The workbook once somebody has typed below the verdicts. */
async function typed(bridge: Bridge, type: (sheet: string, row: number, column: number) => Promise<void>) {
  await type(DASHBOARD, FIRST_KPI + 20, WORK.verdicts);
  return wholeWorkbook(bridge);
}
