import { quoteSheet } from '../cells/address';
import { alertsIn, problemsOf, type SectionName, sectionsOf } from '../review/sections';
import type { Alert, Chronic, Effect, PlanEntry, Review } from '../review/types';
import { decisionInWords, kindInWords, lapsedInWords } from '../review/words/words';
import type { Place, Problem } from '../workbook/register';
import type { Io } from './io';
import { columns, painted, wrapped } from './text';

/** How many alerts are reported; the rest can wait until these are settled. */
const TOLD = 10;

/**
 * A review as a person reads it in a terminal.
 *
 * @param file    the workbook's name, its first line
 * @param review  what the review found
 * @param io      width and colour
 */
export function reviewText(file: string, review: Review, io: Io): string {
  const { asOf, newest, kpis } = review;
  const title = `${painted(file, 'bold', io.color)}\nReviewed as of ${asOf}${newest ? `, newest figures: ${newest.label}` : ''}`;
  const first =
    kpis.length === 0
      ? line('This workbook tracks no KPI yet; compass track makes one from figures it already has.', io)
      : scoreText(review, io);
  const sections = sectionsOf(review).map(({ name, title: heading, count, empty }) => {
    const text = count === 0 ? line(empty, io) : SECTIONS[name](review, io);
    return `${painted(heading, 'bold', io.color)}\n${text}`;
  });
  return [title, first, ...sections].join('\n\n');
}

/** What is below the heading of each section. */
const SECTIONS: Record<SectionName, (review: Review, io: Io) => string> = {
  unread: ({ unread }, io) =>
    lines(
      unread.map(({ kpi, message, place }) => `${kpi}: ${message} (${at(place)})`),
      io,
    ),
  errors: (review, io) => problemsText(problemsOf(review, 'error'), io),
  alerts: (review, io) => {
    const waiting = alertsIn(review, 'new', 'open');
    const told = waiting.slice(0, TOLD).map(alert => alertText(alert, io));
    const more = waiting.length > TOLD ? [line(`and ${waiting.length - TOLD} more`, io)] : [];
    return [...told, ...more].join('\n\n');
  },
  plan: ({ plan }, io) => plan.map(entry => planText(entry, io)).join('\n\n'),
  wins: ({ wins }, io) => wins.map(win => winText(win, io)).join('\n\n'),
  standing: ({ standing }, io) => lines(standing.map(stands), io),
  trends: ({ kpis }, io) => {
    const moving = kpis.filter(({ outlook }) => outlook !== '');
    return lines(
      moving.map(({ name, outlook }) => `${name}: ${outlook}`),
      io,
    );
  },
  effects: ({ fiveEffects }, io) => fiveEffects.map(effect => effectText(effect, io)).join('\n'),
  lapsed: ({ lapsed }, io) =>
    lines(
      lapsed.map(entry => `${lapsedInWords(entry)} (${decisionInWords(entry.decision)})`),
      io,
    ),
  decided: (review, io) => lines(alertsIn(review, 'decided').map(decided), io),
  tolerance: ({ withinTolerance }, io) =>
    lines(
      withinTolerance.map(({ headline }) => headline),
      io,
    ),
  over: (review, io) =>
    lines(
      alertsIn(review, 'over').map(alert => `${alert.headline} (since ${dated(alert)})`),
      io,
    ),
  notes: (review, io) => problemsText(problemsOf(review, 'note'), io),
};

function scoreText({ score: { score, targets, functions, leftOut, firmness }, coherence }: Review, io: Io): string {
  const rows = functions.map(({ name, score: own, lost }) => [
    name,
    own === null ? 'no score' : own.toFixed(1),
    lost > 0 ? `costs ${lost.toFixed(1)} ${lost === 1 ? 'point' : 'points'}` : '',
  ]);
  const title = score === null ? 'No alignment score yet' : `Alignment ${score.toFixed(1)} of 100`;
  return [
    painted(title, 'bold', io.color),
    ...[targets.sentence, targets.beyondSentence].filter(said => said !== '').map(said => line(said, io)),
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
    ['Why this matters', alert.kind === 'pattern' ? alert.matters : ''],
    ['Ask', question],
  ];
  return `${painted(line(alert.headline, io), 'red', io.color)}\n${table(facts, io)}`;
}

function planText({ headline, findings, stakes, matters, question, decision }: PlanEntry, io: Io): string {
  const facts = [
    ...findings.map(({ text, place }, i) => [i === 0 ? 'Found' : '', place ? `${text} (${at(place)})` : text]),
    ['Worth', stakes?.sentence ?? ''],
    ['Why this matters', matters],
    ['Decided', decision ? decisionInWords(decision) : ''],
    ['Ask', decision ? '' : question],
  ];
  return `${line(headline, io)}\n${table(facts, io)}`;
}

function effectText({ title, sentence, needs }: Effect, io: Io): string {
  const said = [sentence, needs && `Needs: ${needs}`].filter(text => text !== '').join(' ');
  return line(`${title}: ${said}`, io);
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
  return `${headline} (${decision ? decisionInWords(decision) : 'decided'})`;
}

function stands(entry: Chronic): string {
  return `${entry.headline} (since ${dated(entry)}, ${at(entry.place)})`;
}

function problemsText(problems: Problem[], io: Io): string {
  const texts = problems.map(({ severity, message }) => {
    const text = line(message, io);
    return severity === 'error' ? painted(text, 'yellow', io.color) : text;
  });
  return texts.join('\n');
}

/** The first day of the period in which it began, as its chart calls that period. */
function dated({ since, chart }: Alert | Chronic): string {
  return chart.periods.find(({ date }) => date === since)?.label ?? since;
}

function at({ sheet, range }: Place): string {
  return range ? `${quoteSheet(sheet)}!${range}` : sheet;
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
