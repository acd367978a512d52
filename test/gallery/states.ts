import type { Start } from '../../sidebar/App';
import type { Bridge } from '../../src/hosts/bridge';
import { FIRMS } from '../../src/samples/firms';
import { sampleEdits } from '../../src/samples/sampleEdits';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import {
  bakery,
  divergingShop,
  emptyWorkbook,
  fallingKpis,
  gardenCentre,
  manyKpis,
  selfDefeatingSales,
  trackedBakery,
} from '../sidebar/workbooks';
import type { Hand } from './hand';

/** A state of the sidebar worth looking at. */
export interface State {
  /** What it shows. */
  title: string;
  workbook: () => Snapshot;
  /** 300 pixels unless told. */
  width?: number;
  start?: Start;
  /** What the host does otherwise than it should. */
  host?: Partial<Bridge>;
  /** What somebody does before one looks. */
  act?: (hand: Hand) => Promise<void>;
}

const TICKETS = { sheet: 'Weekly', range: 'B4:B26' };

/** A firm with its review half done, on the day on which templates are pictured. */
const firm = (id: string) => () => {
  const empty = { today: 46349, locale: 'en-GB', sheets: [] };
  return applyEdits(empty, sampleEdits(FIRMS.find(one => one.id === id)!, empty));
};

const never = () => new Promise<never>(() => undefined);
const tab = (name: string) => (hand: Hand) => hand.press(name);

/** Every part of the sidebar, in the states that it can be in, with what the core makes of workbooks. */
export const STATES: State[] = [
  { title: 'Nothing yet', workbook: emptyWorkbook },
  { title: 'Reading', workbook: emptyWorkbook, host: { snapshot: never } },
  {
    title: 'The workbook can’t be read',
    workbook: emptyWorkbook,
    host: { snapshot: () => Promise.reject(new Error('You no longer have access to this file.')) },
  },
  { title: 'One alert', workbook: trackedBakery },
  { title: 'A pattern, the plan and five effects', workbook: selfDefeatingSales, act: async hand => hand.unfold() },
  {
    title: 'The Compass',
    workbook: divergingShop,
    act: async hand => {
      await hand.sees('The Compass');
      hand.unfold();
    },
  },
  { title: 'The Compass, wide', workbook: divergingShop, width: 760 },
  ...FIRMS.map(({ id, name }) => ({ title: `${name}: a review half done`, workbook: firm(id) })),
  {
    title: 'The meeting: what became of a decision',
    workbook: firm('subscription'),
    act: tab('Continue the review'),
  },
  {
    title: 'The meeting: an action without its owner',
    workbook: selfDefeatingSales,
    act: async hand => {
      await hand.press('Start the review');
      await hand.press('Act');
      await hand.type('What will be done', 'Call everybody who left');
      await hand.press('Write “Act”');
      await hand.sees('Say who will do it.');
    },
  },
  {
    title: 'The meeting, wide',
    workbook: () => fallingKpis(['Leads', 'Orders']),
    width: 760,
    act: tab('Start the review'),
  },
  {
    title: 'The end of a review',
    workbook: selfDefeatingSales,
    act: async hand => {
      await hand.press('Start the review');
      await hand.press('Finish');
      await hand.press('Finish and keep the score');
      await hand.sees('The review is finished');
    },
  },
  { title: 'KPIs as cards', workbook: gardenCentre, act: tab('KPIs') },
  { title: 'KPIs as a table', workbook: () => manyKpis(20), act: tab('KPIs') },
  { title: 'KPIs as a table, wide', workbook: () => manyKpis(20), width: 760, act: tab('KPIs') },
  { title: 'The page of a KPI', workbook: gardenCentre, start: { kpi: 'Sales' } },
  { title: 'The page of a KPI, wide', workbook: gardenCentre, start: { kpi: 'Sales' }, width: 760 },
  {
    title: 'Tracking, with a mistake',
    workbook: bakery,
    start: 'track',
    host: { selection: async () => TICKETS },
    act: async hand => {
      await hand.sees('23 weeks with a figure');
      await hand.type('Target', 'a lot');
      await hand.press('Track it');
    },
  },
  {
    title: 'Written in part',
    workbook: trackedBakery,
    host: {
      apply: async () => ({ written: 'some', what: '1 of 2 sheets', why: 'The sheet is protected.', where: [] }),
    },
    act: async hand => {
      await hand.press('Watch');
      await hand.press('Write “Watch”');
      await hand.sees('The sheet is protected.');
    },
  },
  {
    title: 'Set up from this workbook',
    workbook: bakery,
    start: 'setup',
    act: hand => hand.sees('series found.'),
  },
  {
    title: 'A template before it is installed',
    workbook: emptyWorkbook,
    act: async hand => {
      await hand.press('Templates');
      await hand.press('Install Four functions');
      await hand.press('Preview');
      await hand.sees('What would be added');
    },
  },
  {
    title: 'A function',
    workbook: emptyWorkbook,
    act: async hand => {
      await hand.press('Functions');
      await hand.type('Find a function', 'CHURN_RATE');
      await hand.press('CHURN_RATE');
    },
  },
];
