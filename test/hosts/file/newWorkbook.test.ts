import { readSnapshot } from '../../../src/hosts/file/read';
import { newWorkbook } from '../../../src/hosts/file/sheets/newWorkbook';
import { applyToFile } from '../../../src/hosts/file/write';
import { emptyCompassSheets } from '../../../src/workbook/sheets/compassSheets';
import { inLibreOffice } from '../../libreOffice';
import { convertedByLibreOffice } from './libreOffice';

jest.setTimeout(60_000);

describe('a workbook made from nothing', () => {
  const made = async () => applyToFile(newWorkbook(), emptyCompassSheets({ today: 0, locale: 'en', sheets: [] }));

  test('has no sheets, and then those that are added', async () => {
    expect((await readSnapshot(newWorkbook(), { today: 0 })).sheets).toEqual([]);
    const { sheets } = await readSnapshot(await made(), { today: 0 });
    expect(sheets.map(({ name }) => name)).toEqual(['Compass Strategy', 'Compass KPIs', 'Compass Data', 'Compass Log']);
  });

  inLibreOffice('is opened by LibreOffice', async () => {
    const files = convertedByLibreOffice(await made(), 'csv');
    expect(new TextDecoder().decode(files['book-Compass KPIs.csv'])).toMatch(/^KPI,Business function,Goal/);
  });
});
