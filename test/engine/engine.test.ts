import type { Engine } from '../../src/hosts/univer/headless';
import { headless } from './headless';

const { createEngine } = headless();

let engine: Engine | undefined;
afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

describe('the calculation engine without a screen', () => {
  it('calculates formulas that came without a result, and keeps the results of those that have one', async () => {
    engine = createEngine([{ name: 'Till', values: [[2, null, 99]], formulas: [[null, '=A1*3', '=A1*3']] }]);
    await engine.calculated();
    // By hand: 2 × 3; the stored 99 is what the file said and stays until A1 changes.
    expect(engine.read('Till', 0, 0, 1, 3).values).toEqual([[2, 6, 99]]);

    engine.write('Till', 0, 0, [[5]]);
    await engine.calculated();
    expect(engine.read('Till', 0, 0, 1, 3).values).toEqual([[5, 15, 15]]);
  });

  it('knows the functions of the catalogue, in a single cell and spilled over a range', async () => {
    engine = createEngine([
      {
        name: 'S',
        values: [
          [5, 100],
          [6, 200],
        ],
      },
    ]);
    engine.write('S', 0, 3, [[{ formula: '=CHURN_RATE(A1,B1)' }, { formula: '=CHURN_RATE(A1:A2,B1:B2)' }]]);
    await engine.calculated();
    // By hand: 5 / 100, 6 / 200.
    expect(engine.read('S', 0, 3, 2, 2).values).toEqual([
      [0.05, 0.05],
      [null, 0.03],
    ]);
    expect(engine.read('S', 0, 3).formulas).toEqual([['=CHURN_RATE(A1,B1)']]);
  });

  it('shows a division by a customer base of nobody as the error it is', async () => {
    engine = createEngine([{ name: 'S', values: [[null]], formulas: [['=CHURN_RATE(5,0)']] }]);
    await engine.calculated();
    expect(engine.read('S', 0, 0).values).toEqual([[{ error: '#DIV/0!' }]]);
  });

  it('never takes written text for a formula or a number', async () => {
    engine = createEngine([{ name: 'S', values: [] }]);
    engine.write('S', 0, 0, [['=1+1', '007', 'TRUE', '#N/A', 'plain']]);
    engine.write('S', 1, 0, [[{ formula: '=A1&""' }, { formula: '=B1&""' }, { formula: '=ISTEXT(C1)' }]]);
    await engine.calculated();
    expect(engine.read('S', 0, 0, 2, 5)).toMatchObject({
      values: [
        ['=1+1', '007', 'TRUE', '#N/A', 'plain'],
        ['=1+1', '007', true, null, null],
      ],
      formulas: [
        [null, null, null, null, null],
        ['=A1&""', '=B1&""', '=ISTEXT(C1)', null, null],
      ],
    });
  });

  it('moves formulas along with inserted rows and writes beyond the first size of a sheet', async () => {
    engine = createEngine([{ name: 'S', values: [[7]] }]);
    engine.write('S', 4999, 59, [[{ formula: '=$A$1*2' }]]);
    engine.insertRows('S', 0, 2);
    await engine.calculated();
    expect(engine.read('S', 5001, 59)).toMatchObject({ values: [[14]], formulas: [['=$A$3*2']] });
    expect(engine.extent('S')).toEqual({ rows: 5002, columns: 60 });
  });

  it('names the sheets there are when asked for one there is not', () => {
    engine = createEngine([{ name: 'Till', values: [] }]);
    engine.addSheet('Weekly');
    expect(engine.sheets()).toEqual(['Till', 'Weekly']);
    expect(() => engine?.extent('Wekly')).toThrow('There is no sheet "Wekly"; there are Till, Weekly.');
  });
});
