import { wheelerRules } from '../../src/drift/changes/rules';

/** Centre 10, limits 4 and 16: halfway to them are 7 and 13. */
const limits = { centre: 10, lower: 4, upper: 16 };
const rules = (values: (number | null)[]) =>
  wheelerRules(values, limits).map(({ rule, direction }) => `${rule} ${direction}`);

describe("Wheeler's three rules", () => {
  test('a point beyond a limit counts, a point on it does not', () => {
    expect(rules([10, 17])).toEqual(['point up']);
    expect(rules([10, 3])).toEqual(['point down']);
    expect(rules([10, 16])).toEqual([]);
  });
  test('eight in a row on one side of the centre are a run, seven are not', () => {
    expect(rules([9, 11, 11, 11, 11, 11, 11, 11, 11])).toEqual(['run up']);
    expect(rules([9, 11, 11, 11, 11, 11, 11, 11])).toEqual([]);
  });
  test('a point on the centre breaks the run', () => {
    expect(rules([11, 11, 11, 11, 10, 11, 11, 11, 11])).toEqual([]);
  });
  test('a missing month neither extends nor breaks the run', () => {
    expect(rules([9, 9, 9, 9, null, 9, 9, 9, 9])).toEqual(['run down']);
    expect(rules([9, 9, 9, 9, null, 9, 9, 9])).toEqual([]);
  });
  test('three of four nearer the same limit than the centre count', () => {
    expect(rules([14, 14, 10, 14])).toEqual(['three of four up']);
    expect(rules([6, 10, 6, 6])).toEqual(['three of four down']);
    expect(rules([14, 14, 14])).toEqual(['three of four up']);
  });
  test('a point exactly halfway is not nearer the limit', () => expect(rules([14, 14, 10, 13])).toEqual([]));
  test('points on opposite sides of the centre are not counted together', () =>
    expect(rules([14, 6, 14, 10])).toEqual([]));
  test('only the newest month completes a rule', () => expect(rules([17, 10])).toEqual([]));
  test('a month without a figure completes none', () => expect(rules([17, null])).toEqual([]));
  test('a rate that is off in the sixteenth digit only is not beyond limits without width', () => {
    expect(wheelerRules([0.05, 0.05000000000000001], { centre: 0.05, lower: 0.05, upper: 0.05 })).toEqual([]);
  });
  test('the points that count are named', () => {
    expect(wheelerRules([10, 14, null, 10, 14, 14], limits)[0]!.points).toEqual([1, 4, 5]);
  });
});
