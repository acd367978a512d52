import type { Bridge } from '../../src/hosts/bridge';
import type { Block } from '../../src/workbook/snapshot';
import { placesOf } from '../../src/workbook/sources/edges';
import { track } from '../../src/workbook/track/track';
import { placesToTrack, type TrackRequest } from '../../src/workbook/track/trackRequest';
import { bakeryLookalike } from '../fixtures/bakeryLookalike';

let weekly: Block | undefined;

/**
 * The bakery's page of weeks, its figures typed: without the ledger that they come from, it opens in no time. That ledger
 * is invented and added up once; each call gets a copy of its own.
 */
export function bakeryWeeks(): Block {
  weekly ??= bakeryLookalike().sheets.find(sheet => sheet.name === 'Weekly')!;
  const { name, values, formats } = weekly;
  return { name, values: values.map(row => [...row]), formats: formats!.map(row => [...row]) };
}

const week = (kpi: string, column: string, more: Partial<TrackRequest>): TrackRequest => ({
  kpi,
  values: { sheet: 'Weekly', range: `${column}4:${column}26` },
  periods: { sheet: 'Weekly', range: 'A4:A26' },
  function: 'Sales',
  goal: 'A full shop',
  better: 'higher',
  ...more,
});

/** What the baker tracks: first the tickets, of which 420 a week are wanted. */
export const bakeryKpis: TrackRequest[] = [
  week('Tickets', 'B', { target: 420 }),
  week('Items sold', 'C', { target: 900 }),
  week('Items per ticket', 'D', { target: 2.2 }),
  week('Hot drinks', 'E', { function: 'Operations' }),
  week('Hot drink share', 'F', { function: 'Operations', better: 'in range', low: 0.3, high: 0.5 }),
  week('Bread', 'G', { function: 'Operations' }),
  week('Bread share', 'H', { function: 'Operations' }),
  week('Days open', 'I', { function: 'Operations', target: 7 }),
];

/** Tracks a KPI as the sidebar does: read, plan, apply. */
export async function trackIn(bridge: Bridge, request: TrackRequest): Promise<void> {
  const edits = track(await bridge.snapshot(placesOf(placesToTrack(request))), request);
  expect(await bridge.apply(edits)).toEqual({ written: 'all' });
}

/** Every sheet of a workbook, read whole. */
export async function wholeWorkbook(bridge: Bridge): Promise<Block[]> {
  const { sheets } = await bridge.snapshot();
  const names = [...new Set(sheets.map(({ name }) => name))];
  const whole = await bridge.snapshot(names.map(sheet => ({ sheet })));
  return names.flatMap(name => whole.sheets.filter(block => block.name === name).slice(-1));
}
