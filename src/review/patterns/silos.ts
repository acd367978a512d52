import { isBeyondChance } from '../../alignment';
import type { Register } from '../../workbook/register';
import { sameName } from '../../workbook/sheets/names';
import type { ToldAlert } from '../alerts/alert';
import { APART, functionMomenta, type Moving } from '../score/coherence';
import { carries, type Episode, episodesOf } from './episodes';
import type { FunctionPattern } from './pattern';

export const SILOS: FunctionPattern = {
  kind: 'functions',
  name: 'Silos',
  episodes: siloEpisodes,
  explanation:
    'The functions move by more than chance, but not together: what some gain, others lose. *Coherence* is 1 if all get better, ' +
    '−1 if all get worse, and 0 if they pull apart. Below a quarter it is a silo, provided there is a real change on both sides. ' +
    'If they move no more than by chance, the word is *steady*.',
  matters:
    'When one function gains at the expense of another, each can meet its own target while the business as a whole loses.',
  passage: 'departmental momentum pulls the business in divergent directions',
  question: 'What does one side do that makes the other’s work harder, and what would they do if they shared one goal?',
  source:
    'the 95th percentile of the sum of independent normal momenta, so that a quiet workbook is called steady and not divided',
};

/**
 * The episodes of *Silos*: the functions move more than they do by chance, and not together (|coherence| under .25), and it
 * is carried by changes that are real on both sides: one for the worse in a function that is getting worse, one for the
 * better in a function that is getting better.
 *
 * @param moving    every KPI
 * @param told      every change
 * @param strategy  the functions and their weights
 * @param periods   how many are judged
 */
function siloEpisodes(
  moving: readonly Moving[],
  told: readonly ToldAlert[],
  strategy: Register['strategy'],
  periods: number,
): Episode[] {
  const ofFunction = told.filter(({ judged }) => judged.kpi.function !== '');
  return episodesOf(periods, period => {
    const standing = ofFunction.filter(one => carries(one, period));
    if (!standing.some(isWorse) || !standing.some(isBetter)) return null;
    const functions = functionMomenta(moving, strategy, period);
    const momentum = (one: ToldAlert) =>
      functions.find(({ name }) => sameName(name, one.judged.kpi.function))?.momentum ?? 0;
    const worse = standing.filter(one => isWorse(one) && momentum(one) < 0);
    const better = standing.filter(one => isBetter(one) && momentum(one) > 0);
    return worse.length > 0 && better.length > 0 && pullApart(functions) ? [worse, better] : null;
  });
}

function isWorse({ alert }: ToldAlert): boolean {
  return alert.adverse;
}

function isBetter({ list }: ToldAlert): boolean {
  return list === 'wins';
}

function pullApart(functions: ReturnType<typeof functionMomenta>): boolean {
  const known = functions.filter(f => f.momentum !== null && f.weight > 0);
  const sum = (of: (momentum: number) => number) => known.reduce((total, f) => total + f.weight * of(f.momentum!), 0);
  if (known.length < 2 || Math.abs(sum(momentum => momentum)) >= APART * sum(Math.abs)) return false;
  return isBeyondChance(
    known.map(f => f.momentum!),
    known.map(f => f.weight),
  );
}
