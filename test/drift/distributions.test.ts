import { fDistributionTail, normalTail, tTail } from '../../src/drift/statistics/distributions';

// Expected values: scipy 1.17.1, stats.norm.sf, stats.t.sf and stats.f.sf.
describe('chances beyond a value', () => {
  test('of a standard normal figure', () => {
    expect(normalTail(0)).toBe(0.5);
    expect(normalTail(0.5)).toBeCloseTo(0.3085375387259869, 12);
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 12);
    expect(normalTail(4)).toBeCloseTo(3.167124183311986e-5, 15);
    expect(normalTail(-1)).toBeCloseTo(0.8413447460685429, 12);
  });
  test("of Student's t", () => {
    expect(tTail(2, 5)).toBeCloseTo(0.050969739414929174, 12);
    expect(tTail(0.5, 10)).toBeCloseTo(0.3139468028714865, 12);
    expect(tTail(-1, 3)).toBeCloseTo(0.8044988905221148, 12);
    expect(tTail(4.5, 30)).toBeCloseTo(4.759679696056222e-5, 14);
  });
  test('of F', () => {
    expect(fDistributionTail(2.5, 11, 24)).toBeCloseTo(0.0293457978856239, 12);
    expect(fDistributionTail(0.7, 3, 8)).toBeCloseTo(0.5779570234139243, 11);
    expect(fDistributionTail(9, 1, 100)).toBeCloseTo(0.0034079153433294465, 12);
    expect(fDistributionTail(0, 3, 8)).toBe(1);
  });
});
