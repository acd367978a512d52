import { textbook } from '../../bench/drift/textbook.mjs';
import { draw } from './draw';
import { askPython, needsPython } from './python';

const { uniform, normal, whole, times } = draw(8);
const asked = needsPython() ? test : test.skip;

/** Level 100 and 6 % of noise, the scale of the benchmark; later a step, a slope, or nothing. */
function figures(): number[] {
  const [step, slope] = [whole(0, 3), 0.3 * uniform()];
  const change = [() => 0, () => step, (month: number) => slope * month][whole(0, 2)]!;
  return times(whole(13, 48), i => 100 + 6 * (normal() + (i < 12 ? 0 : change(i - 11))));
}

asked('the textbook rules of the benchmark alarm in the same months as the same rules in Python', () => {
  const cases = times(400, () => ({ figures: figures() }));
  const theirs = askPython<Record<string, number[]>>('textbook.py', cases);
  cases.forEach((each, i) => {
    const ours = Object.entries(textbook(each.figures)).map(([rule, alarms]) => [
      rule,
      alarms.flatMap((alarm, period) => (alarm && period >= 12 ? [period] : [])),
    ]);
    expect(Object.fromEntries(ours)).toEqual(theirs[i]);
  });
  // Every rule has spoken in some series and been silent in others.
  for (const rule of Object.keys(theirs[0]!)) {
    const silent = theirs.filter(alarms => alarms[rule]!.length === 0).length;
    expect([rule, silent > 0 && silent < theirs.length]).toEqual([rule, true]);
  }
});
