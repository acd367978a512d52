import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { isDate, serialsIn } from '../../../src/hosts/google/serial';
import { instantOf } from './instantOf';

describe('a date that Sheets made of a cell', () => {
  it('is the serial of the day that the spreadsheet shows, east and west of Greenwich', () => {
    // 1 March 2026 is serial 46082 in Excel and Sheets; midnight there is 11:00 UTC the day before in Auckland (UTC+13)
    // and 08:00 UTC the same day in Los Angeles (UTC−8).
    expect(serialsIn('Pacific/Auckland')(new Date('2026-02-28T11:00:00Z'))).toBe(46082);
    expect(serialsIn('America/Los_Angeles')(new Date('2026-03-01T08:00:00Z'))).toBe(46082);
  });

  it('keeps its clock time across the change to summer time', () => {
    // Berlin skips from 2:00 to 3:00 on 29 March 2026, serial 46110: noon is 11:00 UTC the day before, 10:00 UTC that day.
    const serial = serialsIn('Europe/Berlin');
    expect(serial(new Date('2026-03-28T11:00:00Z'))).toBe(46109.5);
    expect(serial(new Date('2026-03-29T10:00:00Z'))).toBe(46110.5);
  });

  it('is counted from 30 December 1899, so that a duration of 30 hours is 1.25 days', () => {
    expect(serialsIn('Etc/UTC')(new Date('1899-12-31T06:00:00Z'))).toBe(1.25);
  });

  it('leads back to the serial it was made from, to the thousandth of a second, in zones with odd offsets as well', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Chatham',
      'Australia/Lord_Howe',
      'Etc/UTC',
    ];
    const day = fc.integer({ min: 36526, max: 55153 });
    const noonish = fc
      .integer({ min: 0, max: 71_999_999 })
      .map(thousandth => (4 * 3_600_000 + thousandth) / 86_400_000);
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, noonish, (zone, days, time) => {
        const back = serialsIn(zone)(new Date(instantOf(days + time, zone)));
        expect(Math.abs(back - (days + time))).toBeLessThan(1e-8);
      }),
    );
  });

  it('is known as a date also when it comes from another realm', () => {
    expect(isDate(runInNewContext('new Date(0)'))).toBe(true);
    expect(isDate('2026-03-01')).toBe(false);
  });
});
