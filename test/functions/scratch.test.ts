import fc from 'fast-check';
import type { Grid } from '../../src/cells/value';
import { functions } from '../../src/functions/catalogue';
import { evaluate } from '../../src/functions/evaluate';
import { scratch, withScratch } from '../../src/functions/gate/scratch';

test('what one call has left behind is nothing to the next: every example, after a call with other and longer columns', () => {
  const calls = functions.flatMap(({ name, examples }) => examples.map(example => ({ name, args: example.arguments })));
  const expected = calls.map(({ name, args }) => evaluate(name, args as never));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ noNaN: true }),
      fc.nat(calls.length - 1),
      (rows, filler, at) => {
        const long: Grid = Array.from({ length: rows }, () => [filler]);
        const other = ['NPS', 'GROSS_MARGIN', 'MOMENTUM'][rows % 3]!;
        try {
          evaluate(other, other === 'GROSS_MARGIN' ? [long, long] : [long]);
        } catch {
          // Its own errors are no matter here.
        }
        const { name, args } = calls[at]!;
        expect(evaluate(name, args as never)).toEqual(expected[at]);
      },
    ),
    { numRuns: 600, seed: 20261127 },
  );
});

test('room is given once within a call, also to calls within it, and again after it', () => {
  const [first, inner, again] = withScratch(() => {
    const one = scratch(5);
    const two = withScratch(() => scratch(5));
    return [one, two, scratch(5)] as const;
  });
  expect(first.buffer).not.toBe(inner.buffer);
  expect(again.buffer).toBe(inner.buffer);
  expect(withScratch(() => scratch(3)).buffer).toBe(first.buffer);
  expect(withScratch(() => scratch(3))).toHaveLength(3);
});

test('a call that fails gives its room back', () => {
  const before = withScratch(() => scratch(4).buffer);
  expect(() =>
    evaluate('CHURN_RATE', [
      [['x'], [1]],
      [[1], [2]],
    ]),
  ).not.toThrow(TypeError);
  expect(() =>
    withScratch(() => {
      scratch(4);
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(withScratch(() => scratch(4).buffer)).toBe(before);
});
