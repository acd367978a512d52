import { readSnapshot } from '../../../src/hosts/file/read';
import { applyToFile } from '../../../src/hosts/file/write';
import { readRegister } from '../../../src/workbook/register/readRegister';
import { placesOf } from '../../../src/workbook/sources/edges';
import { track } from '../../../src/workbook/track/track';
import { placesToTrack } from '../../../src/workbook/track/trackRequest';
import { bakeryLookalike, bakeryLookalikeXlsx } from '../../fixtures/bakeryLookalike';
import { inLibreOffice } from '../../libreOffice';
import { changedParts } from './handmade';
import { convertedByLibreOffice } from './libreOffice';

jest.setTimeout(120_000);
const today = 42835;

/** The bakery's tickets tracked in a file that some program wrote. */
async function tracked(bytes: Uint8Array): Promise<Uint8Array> {
  const request = {
    kpi: 'Tickets',
    function: 'Sales',
    goal: 'Fish & chips, "daily"',
    target: 420,
    values: { sheet: 'Weekly', range: 'B4:B26' },
    periods: { sheet: 'Weekly', range: 'A4:A26' },
  };
  const snapshot = await readSnapshot(bytes, { today, further: placesOf(placesToTrack(request)) });
  return applyToFile(bytes, track(snapshot, request));
}

const tickets = bakeryLookalike()
  .sheets[0]!.values.slice(3)
  .map(([week, figure]) => [week, figure]);

describe('LibreOffice', () => {
  inLibreOffice('opens a workbook in which a KPI was tracked, and shows every figure', async () => {
    const files = convertedByLibreOffice(await tracked(await bakeryLookalikeXlsx()), 'csv');
    const lines = new TextDecoder().decode(files['book-Compass Data.csv']).trim().split('\n');
    expect(lines[0]).toBe('Period,Tickets');
    expect(lines.slice(1).map(line => Number(line.split(',')[1]))).toEqual(tickets.map(([, figure]) => figure));
    expect(new TextDecoder().decode(files['book-Compass Strategy.csv'])).toContain('"Fish & chips, ""daily"""');
  });

  inLibreOffice('saves it so that the review reads the same KPI', async () => {
    const bytes = await tracked(await bakeryLookalikeXlsx());
    const saved = convertedByLibreOffice(bytes, 'xlsx')['book.xlsx']!;
    const [before, after] = await Promise.all(
      [bytes, saved].map(async file => readRegister(await readSnapshot(file, { today }))),
    );
    expect(after!.kpis).toEqual(before!.kpis);
    expect(after!.problems).toEqual(before!.problems);
    expect(after!.kpis[0]!.values).toEqual(tickets.map(([, figure]) => figure));
  });

  inLibreOffice('writes workbooks that are written into without a change to its other parts', async () => {
    const before = convertedByLibreOffice(await bakeryLookalikeXlsx(), 'xlsx')['book.xlsx']!;
    const after = await tracked(before);
    expect(changedParts(before, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      ...[3, 4, 5, 6].map(number => `xl/worksheets/sheet${number}.xml`),
    ]);
    expect(readRegister(await readSnapshot(after, { today })).kpis[0]!.values).toEqual(
      tickets.map(([, figure]) => figure),
    );
  });
});
