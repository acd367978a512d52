import { textbook } from '../../bench/drift/textbook.mjs';

/**
 * What the reference's function `textbook` answers for invented figures, watched from the thirteenth period on; an x is an alarm.
 * Origin: a simulation in numpy 2.4.6, whose rates docs/method.md, section 3, has.
 */
const REFERENCE: [figures: number[], alarms: Record<string, string>][] = [
  [
    [88, 95, 97, 93, 91, 100, 105, 99, 96, 102, 104, 98, 103, 106, 99, 107, 114, 113, 119, 104, 108, 107, 102, 113],
    {
      '10 % worse than last month': '...........x',
      '5 % off target (the true level)': '.x.xxxx.xx.x',
      'XmR, rule 1': '....xxx....x',
      'XmR, three rules': '....xxxxxxxx',
      'Western Electric': '.x.xxxxxxxxx',
      'Nelson 1 2 3 5 6': '.x.xxxxxxxxx',
      'CUSUM k 1/2, h 5': '....xxxxxxxx',
      'CUSUM k 1/2, h 4': '...xxxxxxxxx',
      'EWMA .2, L 2.7': '...xxxxxxxxx',
    },
  ],
  [
    [104, 95, 98, 98, 101, 107, 100, 106, 97, 102, 87, 91, 114, 105, 112, 112, 117, 114, 115, 108, 105, 105, 106, 102],
    {
      '10 % worse than last month': 'x...........',
      '5 % off target (the true level)': 'x.xxxxxx..x.',
      'XmR, rule 1': '....x.......',
      'XmR, three rules': '...xxxxxxxxx',
      'Western Electric': '..xxxxxxxxxx',
      'Nelson 1 2 3 5 6': '..xxxxxxxxxx',
      'CUSUM k 1/2, h 5': '...xxxxxxxxx',
      'CUSUM k 1/2, h 4': '..xxxxxxxxxx',
      'EWMA .2, L 2.7': '..xxxxxxxxxx',
    },
  ],
  [
    [96, 102, 100, 99, 96, 102, 102, 99, 99, 92, 97, 107, 99, 97, 114, 109, 119, 106, 103, 97, 114, 121, 101, 102],
    {
      '10 % worse than last month': '..x.....x...',
      '5 % off target (the true level)': '..xxxx..xx..',
      'XmR, rule 1': '..x.x...xx..',
      'XmR, three rules': '..x.xxx.xx..',
      'Western Electric': '..xxxxxxxxx.',
      'Nelson 1 2 3 5 6': '..xxxxxxxxx.',
      'CUSUM k 1/2, h 5': '...xxxxxxxxx',
      'CUSUM k 1/2, h 4': '...xxxxxxxxx',
      'EWMA .2, L 2.7': '...xxxxxxxxx',
    },
  ],
];

describe('the textbook rules of the benchmark', () => {
  test.each(REFERENCE)('alarm when those of the reference do', (figures, alarms) => {
    const ours = Object.entries(textbook(figures)).map(([rule, raised]) => [
      rule,
      raised
        .slice(12)
        .map((alarm: boolean) => (alarm ? 'x' : '.'))
        .join(''),
    ]);
    expect(Object.fromEntries(ours)).toEqual(alarms);
  });
});
