import { checkRequest, rangeOf, type TrackRequest } from '../../src/workbook/track/trackRequest';

const request = (more: Partial<TrackRequest>) => ({ kpi: 'Churn', values: { sheet: 'S', range: 'B2:B9' }, ...more });

describe('what an owner typed is checked before anything is read', () => {
  test.each<[string, Partial<TrackRequest>]>([
    ['a name', {}],
    ['a weight of nothing: it does not count for the score', { weight: 0 }],
    ['one end of a band', { low: 5 }],
    ['a band', { better: 'in range', low: -5, high: 5 }],
  ])('%s will do', (_, more) => expect(() => checkRequest(request(more))).not.toThrow());

  test.each<[Partial<TrackRequest>, string]>([
    [{ kpi: ' ' }, 'The KPI needs a name.'],
    [{ kpi: 'period' }, "'Period' heads the periods; choose another name for the KPI."],
    [{ target: Number.NaN }, 'The target is not a number.'],
    [{ worth: Infinity }, 'The worth is not a number.'],
    [{ weight: -1 }, 'The weight is -1; write a number from 0 on.'],
    [{ low: 5, high: 5 }, 'Low is 5 and High is 5; Low must be below High.'],
    [{ low: 6, high: 5 }, 'Low is 6 and High is 5; Low must be below High.'],
    [{ better: 'in range', low: 5 }, "A KPI that is better in range needs its 'Low' and its 'High'."],
    [{ better: 'in range', high: 5 }, "A KPI that is better in range needs its 'Low' and its 'High'."],
  ])('%p will not: %s', (more, message) => {
    expect(() => checkRequest(request(more))).toThrow(message);
    expect(() => checkRequest(request(more))).toThrow(expect.objectContaining({ name: 'TrackError' }));
  });
});

describe('the cells that were chosen', () => {
  test('are a range, or what a place names', () => {
    const range = { sheet: 'S', top: 1, left: 1, bottom: 8, right: 1 };
    expect(rangeOf(range)).toBe(range);
    expect(rangeOf({ sheet: 'S', range: 'B2:B9' })).toMatchObject(range);
  });
  test('are asked for where a place is a whole sheet, or no place', () => {
    expect(() => rangeOf({ sheet: 'S' })).toThrow('Choose cells on the sheet S.');
    expect(() => rangeOf({ sheet: 'S', range: 'here' })).toThrow(expect.objectContaining({ name: 'TrackError' }));
  });
});
