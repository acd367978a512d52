import { formatFigure, formatLevel, formatLevels } from '../../src/review/words/formatFigure';

const shown = (value: number, format: string, unit = '') => formatFigure(value, { format, unit });

describe('a figure is written by its number format', () => {
  // what Excel shows for the same value and code
  const cases: [number, string, string][] = [
    [0.0523, '0.0%', '5.2%'],
    [0.0523, '0%', '5%'],
    [1234.5, '#,##0', '1,235'],
    [1234.5, '#,##0.00', '1,234.50'],
    [-1234.5, '#,##0.00;(#,##0.00)', '-1,234.50'],
    [12.5, '"€"#,##0.00', '€12.50'],
    [12.5, '[$€-407] #,##0.00', '€ 12.50'],
    [12.5, '#,##0.00\\ "kg"', '12.50 kg'],
    [12.5, '_-* #,##0.00_-;-* #,##0.00_-', '12.50'],
    [1.5, '0.0##', '1.5'],
    [1234567, '#,##0,"k"', '1,235k'],
    [5, '[Red]0', '5'],
  ];
  test.each(cases)('%d as %s is %s', (value, format, expected) => expect(shown(value, format)).toBe(expected));
});

describe('a figure without a number format', () => {
  test('is written with about three digits', () => {
    expect(shown(563.333, 'General')).toBe('563');
    expect(shown(12345.6, 'General')).toBe('12,346');
    expect(shown(3.2, 'General')).toBe('3.2');
    expect(shown(0.0481, 'General')).toBe('0.0481');
    expect(shown(0, 'General')).toBe('0');
    expect(shown(-0.5, 'General')).toBe('-0.5');
  });
  test('carries its unit as people write it', () => {
    expect(shown(3.2, 'General', 'days')).toBe('3.2 days');
    expect(shown(1240, 'General', '€')).toBe('€1,240');
    expect(shown(5, 'General', '%')).toBe('5%');
    expect(shown(-3, 'General', '$')).toBe('-$3');
  });
  test('does not say twice what the format says', () => expect(shown(0.05, '0%', '%')).toBe('5%'));
  test('is a plain number where the format is a date’s or a time’s', () => {
    expect(shown(3.25, '[h]:mm')).toBe('3.25');
    expect(shown(3.25, 'yyyy-mm-dd')).toBe('3.25');
  });
});

test('two levels are written so that they can be told apart', () => {
  const percent = { format: '0%', unit: '' };
  expect(formatLevels(0.052, 0.048, percent)).toEqual(['5.2%', '4.8%']);
  expect(formatLevels(0.05, 0.08, percent)).toEqual(['5%', '8%']);
});

describe('a level is written as a person says it after "about"', () => {
  const level = (value: number, format: string, unit = '') => formatLevel(value, { format, unit });
  test('in three digits', () => {
    expect(level(21_479.07, '#,##0.00', '€')).toBe('€21,500');
    expect(level(-21_479.07, '#,##0.00 "€"')).toBe('-21,500 €');
    expect(level(5_512, '#,##0')).toBe('5,510');
    expect(level(4.2831, '0.00', 'stars')).toBe('4.28 stars');
    expect(level(0.29380053908, '0.0%')).toBe('29.4%');
  });
  test('never with more decimals than its format has', () => {
    expect(level(0.0803212851406, '0%')).toBe('8%');
    expect(level(3.2, '#,##0')).toBe('3');
    expect(level(0, '0.0')).toBe('0.0');
  });
  test('in more where two would look the same', () => {
    expect(formatLevels(1_000_000, 1_000_300, { format: '#,##0', unit: '' })).toEqual(['1,000,000', '1,000,300']);
    expect(formatLevels(41.2, 41.2, { format: '0', unit: '' })).toEqual(['41.2', '41.2']);
  });
});
