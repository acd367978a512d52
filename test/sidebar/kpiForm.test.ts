import { EMPTY } from '../../sidebar/kpis/form/draft';
import { mistakes } from '../../sidebar/kpis/form/mistakes';
import { settingsOf } from '../../sidebar/kpis/form/settings';
import { draftOfFinding, mistakesIn } from '../../sidebar/setup/foundDraft';
import type { Finding } from '../../src/discover';

const sales = { ...EMPTY, kpi: 'Sales', target: '1,200', owner: 'Ana' };

describe('what a form of a KPI comes to', () => {
  test('is only what differs, where there was something before', () => {
    expect(settingsOf({ ...sales, owner: 'Ben' }, 'en', 'Shop', sales)).toEqual({ owner: 'Ben' });
    expect(settingsOf({ ...sales, target: '' }, 'en', 'Shop', sales)).toEqual({ target: null });
  });

  test('leaves out what is not asked for: a band has no target, a target no band', () => {
    const band = { ...sales, better: 'in range' as const, low: '3', high: '9', floor: '1' };
    const settings = settingsOf(band, 'en', 'Shop', EMPTY);
    expect(settings).toEqual({ kpi: 'Sales', better: 'in range', low: 3, high: 9, owner: 'Ana' });
    expect(settingsOf({ ...band, better: 'higher' }, 'en', 'Shop', EMPTY)).toEqual({
      kpi: 'Sales',
      target: 1200,
      floor: 1,
      owner: 'Ana',
    });
  });

  test('has the cells of a budget on the sheet of the figures, unless they name their own', () => {
    const budget = (target: string) => settingsOf({ ...EMPTY, target }, 'en', 'Shop', EMPTY);
    expect(budget('B4:M4')).toEqual({ targets: { sheet: 'Shop', range: 'B4:M4' } });
    expect(budget('Budget!B4:M4')).toEqual({ targets: { sheet: 'Budget', range: 'B4:M4' } });
  });

  test('says nothing of a choice that is left to the product', () => {
    expect(settingsOf(EMPTY, 'en', '')).not.toHaveProperty('combine');
    expect(settingsOf({ ...EMPTY, combine: 'mean' }, 'en', '')).toMatchObject({ combine: 'mean', worth: null });
  });
});

describe('what is wrong with a form', () => {
  test('is said by field', () => {
    const wrong = mistakes({ ...EMPTY, target: 'x', weight: '1 m', worth: 'dear' }, 'en', null, 'Shop');
    expect(wrong).toEqual({
      kpi: 'Give the KPI a name.',
      target: '“x” is neither a number nor cells like Budget!B4:M4.',
      weight: '“1 m” is not a number.',
      worth: 'The worth “dear” is not a number.',
    });
  });

  test('of a band: both ends, in order, and its target is not looked at', () => {
    const band = { ...sales, better: 'in range' as const, target: 'x' };
    expect(Object.keys(mistakes(band, 'en', null, 'Shop'))).toEqual(['low', 'high']);
    expect(mistakes({ ...band, low: '5', high: '5' }, 'en', null, 'Shop')).toEqual({ high: 'High must be above low.' });
    expect(mistakes({ ...band, low: 'five', high: '5' }, 'en', null, 'Shop')).toEqual({
      low: '“five” is not a number.',
    });
  });

  test('asks for the sheet of a budget only where the figures do not give it', () => {
    const budget = { ...sales, target: 'B4:M4' };
    expect(mistakes(budget, 'en', null, 'Shop')).toEqual({});
    expect(mistakes(budget, 'en', null, '')).toHaveProperty('target');
  });

  test('is no figure that nobody touched, and no words for targets of its own unless there are such', () => {
    const shown = { ...sales, target: 'by period', low: '12 days' };
    expect(mistakes(shown, 'en', shown, '')).toEqual({});
    expect(mistakes(shown, 'en', sales, '')).toHaveProperty('target');
  });
});

test('a series that was found has the same form: what was guessed is in it, and is not a mistake', () => {
  const finding = {
    name: 'Wartezeit',
    sheet: 'Shop',
    unit: 'days',
    better: 'lower',
    function: '',
    measure: 'time',
    combine: 'mean',
    target: 3.5,
    targets: null,
    format: '0.0" days"',
  } as unknown as Finding;
  expect(draftOfFinding(finding)).toMatchObject({ kpi: 'Wartezeit', better: 'lower', unit: 'days', combine: 'mean' });
  expect(mistakesIn(finding, { owner: 'Ana' }, 'de')).toEqual({});
  expect(mistakesIn(finding, { target: 'bald' }, 'de')).toHaveProperty('target');
});
