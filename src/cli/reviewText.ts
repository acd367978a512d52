import { quoteSheet } from '../cells/address';
import type { Alert, Review, ScoreReview, Standing } from '../review/types';
import type { Place, Problem } from '../workbook/register';
import type { Io } from './io';
import { columns, painted, wrapped } from './text';

/**
 * A review as a person reads it in a terminal.
 *
 * @param file    the workbook's name, its first line
 * @param review  what the review found
 * @param io      width and colour
 */
export function reviewText(file: string, review: Review, io: Io): string {
  const { asOf, newest, kpis, wins, standing, withinTolerance, unread, problems } = review;
  const alerts = (...states: Alert['state'][]) => review.alerts.filter(({ state }) => states.includes(state));
  const raised = alerts('new', 'open');
  const title = `${painted(file, 'bold', io.color)}\nReviewed as of ${asOf}${newest ? `, newest figures: ${newest.label}` : ''}`;
  const parts = [
    [title],
    kpis.length === 0
      ? [line('No KPI is tracked in this workbook; compass track makes one of figures that stand in it.', io)]
      : [scoreText(review.score, io)],
    raised.length === 0 && kpis.length > 0 ? [line(quietText(kpis), io)] : [],
    section(
      `${raised.length} alert${raised.length === 1 ? '' : 's'}`,
      raised.map(alert => alertText(alert, io)).join('\n\n'),
      io,
    ),
    section('Decided', lines(alerts('decided').map(decided), io), io),
    section(
      'Over',
      lines(
        alerts('over').map(alert => `${alert.headline} (since ${dated(alert)})`),
        io,
      ),
      io,
    ),
    section('Wins to learn from', wins.map(win => winText(win, io)).join('\n\n'), io),
    section('Standing: off target without a change', lines(standing.map(stands), io), io),
    section(
      'Within tolerance',
      lines(
        withinTolerance.map(({ headline }) => headline),
        io,
      ),
      io,
    ),
    section(
      'Not read yet',
      lines(
        unread.map(({ kpi, message, place }) => `${kpi}: ${message} (${at(place)})`),
        io,
      ),
      io,
    ),
    section('To put right', problems.map(problem => problemText(problem, io)).join('\n'), io),
  ];
  return parts.flat().join('\n\n');
}

function scoreText({ score, functions, leftOut }: ScoreReview, io: Io): string {
  const rows = functions.map(({ name, score: own, lost }) => [
    name,
    own === null ? 'no score' : own.toFixed(1),
    lost > 0 ? `costs ${lost.toFixed(1)} ${lost === 1 ? 'point' : 'points'}` : '',
  ]);
  const title = score === null ? 'No alignment score yet' : `Alignment ${score.toFixed(1)} of 100`;
  return [
    painted(title, 'bold', io.color),
    ...(rows.length > 0 ? [columns(rows, io.width)] : []),
    ...leftOut.map(({ name, reason }) => line(`Left out: ${name}, ${reason}`, io)),
  ].join('\n');
}

function alertText(alert: Alert, io: Io): string {
  const { state, kpi, functions, goal, certainty, evidence, question, place } = alert;
  const facts = [
    ['Since', `${dated(alert)}${state === 'new' ? ' (new)' : ''}`],
    ['KPI', [kpi, ...functions].join(', ')],
    ['Goal', goal],
    ['How sure', certainty.sentence],
    ...evidence.map((sign, i) => [i === 0 ? 'Evidence' : '', sign]),
    ['Where', place ? at(place) : ''],
    ['Ask', question],
  ];
  return `${painted(line(alert.headline, io), 'red', io.color)}\n${table(facts, io)}`;
}

function winText(win: Alert, io: Io): string {
  const facts = [
    ['Since', dated(win)],
    ['How sure', win.certainty.sentence],
    ['Ask', win.question],
  ];
  return `${painted(line(win.headline, io), 'green', io.color)}\n${table(facts, io)}`;
}

function decided({ headline, decision }: Alert): string {
  return `${headline} (${decision ? `${decision.decision} on ${decision.date}${decision.note ? `: ${decision.note}` : ''}` : 'decided'})`;
}

function stands(entry: Standing): string {
  return `${entry.headline} (since ${dated(entry)}, ${at(entry.place)})`;
}

function problemText({ severity, message }: Problem, io: Io): string {
  return severity === 'error' ? painted(line(message, io), 'yellow', io.color) : line(message, io);
}

/** The first day of the period in which it began, as its chart calls that period. */
function dated({ since, chart }: Alert | Standing): string {
  return chart.periods.find(({ date }) => date === since)?.label ?? since;
}

function at({ sheet, range }: Place): string {
  return range ? `${quoteSheet(sheet)}!${range}` : sheet;
}

/** A heading with what stands below it; nothing without that. */
function section(heading: string, text: string, io: Io): string[] {
  return text === '' ? [] : [`${painted(heading, 'bold', io.color)}\n${text}`];
}

function lines(texts: string[], io: Io): string {
  return texts.map(text => line(text, io)).join('\n');
}

function line(text: string, io: Io): string {
  return wrapped(text, io.width, '    ', '  ');
}

function table(facts: string[][], io: Io): string {
  return columns(
    facts.filter(([, text]) => text !== ''),
    io.width,
    '    ',
  );
}

/** What it means that there is no alert: nothing changed, or nothing could be judged yet. */
function quietText(kpis: Review['kpis']): string {
  const young = kpis.filter(({ variation }) => variation === 'too early to tell').length;
  if (young === kpis.length) return 'No alert, but it is too early to tell: a KPI is judged from its sixth figure on.';
  const some = young === 1 ? ' For 1 KPI it is too early to tell.' : ` For ${young} KPIs it is too early to tell.`;
  return `Nothing drifts: no alert is open.${young === 0 ? '' : some}`;
}
