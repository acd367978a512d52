import { welch } from '../../alignment/welch';
import type { Period, SurveyAnswer } from '../../workbook/register';
import type { PlanFinding } from './finding';

/** What two teams need to be compared, and how far apart is apart. */
const FEWEST = 5;
const SCALE_POINT = 1;
const BY_CHANCE = 0.05;

/**
 * The answers of the newest closed period, or of the one before it where it has none yet.
 *
 * @param periods  closed ones, oldest first
 */
export function newestAnswers(periods: readonly Period[], answers: readonly SurveyAnswer[]): SurveyAnswer[] {
  for (const { start, end } of periods.slice(-2).reverse()) {
    const within = answers.filter(({ day }) => day >= start && day < end + 1);
    if (within.length > 0) return within;
  }
  return [];
}

/**
 * Pairs of teams whose mean answers to a question lie a scale point apart, by more than chance.
 *
 * @param answers  of one period
 */
export function teamsApart(answers: readonly SurveyAnswer[]): PlanFinding[] {
  const questions = new Set(answers.map(({ question }) => question));
  return [...questions].flatMap(question => {
    const asked = answers.filter(answer => answer.question === question);
    const teams = [...new Set(asked.map(({ team }) => team))].map(team => {
      const given = asked.filter(answer => answer.team === team).map(({ answer }) => answer);
      return { team, given, mean: given.reduce((sum, answer) => sum + answer, 0) / given.length };
    });
    const heard = teams.filter(({ given }) => given.length >= FEWEST);
    return heard.flatMap((one, index) =>
      heard.slice(index + 1).flatMap((other): PlanFinding[] => {
        if (Math.abs(one.mean - other.mean) < SCALE_POINT || welch(one.given, other.given) >= BY_CHANCE) return [];
        const said = [one, other].map(
          ({ team, mean, given }) => `${team} ${mean.toFixed(1)} (${given.length} answers)`,
        );
        return [{ text: `“${question}”: ${said.join(', ')}`, place: { sheet: asked[0]!.sheet, range: 'A1' } }];
      }),
    );
  });
}
