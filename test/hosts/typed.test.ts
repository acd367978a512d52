import * as fc from 'fast-check';
import { cellText, typedText } from '../../src/hosts/typed';
import { readTyping } from './typing';

const asFormula = (formula: string) => ({ formula });

describe('text written into a spreadsheet that reads like a typist', () => {
  it.each([
    '=1+1',
    '+49 30 1234',
    '-5',
    '@home',
    '007',
    '5%',
    '1/2',
    'Jan 2026',
    '2026-03-01',
    'TRUE',
    'Falsch',
    "'quoted'",
    '#N/A',
    '3,5',
  ])('%s is guarded', text => {
    expect(typedText(text)).toBe(`'${text}`);
  });

  it.each(['Tickets', 'Business function', 'Öffnungszeiten', 'Why it matters', ''])('%s goes in as it is', text => {
    expect(typedText(text)).toBe(text);
  });

  it('is the same text afterwards, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(readTyping(typedText(text), asFormula).content ?? '').toBe(text);
      }),
    );
  });
});

describe('text that comes out of a cell', () => {
  it('is an error where it spells one, also one that only this host knows', () => {
    expect(cellText('#DIV/0!')).toEqual({ error: '#DIV/0!' });
    expect(cellText('#ERROR!')).toEqual({ error: '#NAME?' });
    // A result that has no room is no cell that was deleted.
    expect(cellText('#SPILL!')).toEqual({ error: '#VALUE!' });
    expect(cellText('#1 choice')).toBe('#1 choice');
  });

  it('is a blank where it is empty', () => {
    expect(cellText('')).toBeNull();
  });
});
