import { quoteSheet } from '../cells/address';
import type { Alert, Decided, Effect, PlanEntry, Review, Standing } from '../review/types';
import { kindInWords } from '../review/words/words';
import type { Place, Problem } from '../workbook/register';
import type { Io } from './io';
import { columns, painted, wrapped } from './text';

/** How many alerts are told; the rest can wait until these are settled. */
const TOLD = 10;

/**
 * A review as a person reads it in a terminal.
 *
 * @param file    the workbook's name, its first line
 * @param review  what the review found
 * @param io      width and colour
 */
export function reviewText(file: string, review: Review, io: Io): string {
  const { asOf, newest, kpis, wins, standing, plan, fiveEffects, withinTolerance, unread, problems } = review;
  const alerts = (...states: Alert['state'][]) => review.alerts.filter(({ state }) => states.includes(state));
  const raised = alerts('new', 'open');
  const title = `${painted(file, 'bold', io.color)}\nReviewed as of ${asOf}${newest ? `, newest figures: ${newest.label}` : ''}`;
  const parts = [
    [title],
    kpis.length === 0
      ? [line('No KPI is tracked in this workbook; compass track makes one of figures that stand in it.', io)]
      : [scoreText(review, io)],
    raised.length === 0 && kpis.length > 0 ? [line(quietText(kpis), io)] : [],
    section(
      `${raised.length} alert${raised.length === 1 ? '' : 's'}`,
      [
        ...raised.slice(0, TOLD).map(alert => alertText(alert, io)),
        ...(raised.length > TOLD ? [line(`and ${raised.length - TOLD} more`, io)] : []),
      ].join('\n\n'),
      io,
    ),
    section('The plan', plan.map(entry => planText(entry, io)).join('\n\n'), io),
    section('Five effects', kpis.length === 0 ? '' : fiveEffects.map(effect => effectText(effect, io)).join('\n'), io),
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
      'Where trends lead',
      lines(
        kpis.filter(({ outlook }) => outlook !== '').map(({ name, outlook }) => `${name}: ${outlook}`),
        io,
      ),
      io,
    ),
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

function scoreText({ score: { score, functions, leftOut, firmness }, coherence }: Review, io: Io): string {
  const rows = functions.map(({ name, score: own, lost }) => [
    name,
    own === null ? 'no score' : own.toFixed(1),
    lost > 0 ? `costs ${lost.toFixed(1)} ${lost === 1 ? 'point' : 'points'}` : '',
  ]);
  const title = score === null ? 'No alignment score yet' : `Alignment ${score.toFixed(1)} of 100`;
  return [
    painted(title, 'bold', io.color),
    ...(rows.length > 0 ? [columns(rows, io.width)] : []),
    ...[firmness?.sentence ?? '', coherence.sentence].filter(said => said !== '').map(said => line(said, io)),
    ...leftOut.map(({ name, reason }) => line(`Left out: ${name}, ${reason}`, io)),
  ].join('\n');
}

function alertText(alert: Alert, io: Io): string {
  const { state, kpis, functions, goal, certainty, stakes, evidence, question, place } = alert;
  const facts = [
    ['Since', `${dated(alert)}${state === 'new' ? ' (new)' : ''}`],
    ['KPI', [...kpis, ...functions].join(', ')],
    ['Goal', goal ?? ''],
    ['Kind', kindInWords(alert.kind)],
    ['How sure', certainty.sentence],
    ['Worth', stakes?.sentence ?? ''],
    ...evidence.map((sign, i) => [i === 0 ? 'Evidence' : '', sign]),
    ['Where', place ? at(place) : ''],
    ['From the essay', alert.kind === 'pattern' ? `“${alert.passage}”` : ''],
    ['Ask', question],
  ];
  return `${painted(line(alert.headline, io), 'red', io.color)}\n${table(facts, io)}`;
}

function planText({ headline, findings, stakes, passage, question, decision }: PlanEntry, io: Io): string {
  const facts = [
    ...findings.map(({ text, place }, i) => [i === 0 ? 'Found' : '', place ? `${text} (${at(place)})` : text]),
    ['Worth', stakes?.sentence ?? ''],
    ['From the essay', `“${passage}”`],
    ['Decided', decision ? decisionText(decision) : ''],
    ['Ask', decision ? '' : question],
  ];
  return `${line(headline, io)}\n${table(facts, io)}`;
}

function effectText({ name, sentence, needs }: Effect, io: Io): string {
  const said = [sentence, needs && `Would need: ${needs}`].filter(text => text !== '').join(' ');
  return line(`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${said}`, io);
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
  return `${headline} (${decision ? decisionText(decision) : 'decided'})`;
}

function decisionText({ decision, date, note }: Decided): string {
  return `${decision} on ${date}${note ? `: ${note}` : ''}`;
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
