import { capitalised, counted } from '../../cells/english';
import { dayLabel } from '../../cells/period';
import { readIsoDate } from '../../cells/serial';
import type { Alert, Decided, PlanEntry, Review } from '../types';
import type { FollowUp } from './types';

/** A part of the minutes: a heading, and one line each. */
export interface MinutesPart {
  heading: string;
  lines: string[];
}

/** Minutes of a review, as plain data: printed, copied as text or as Markdown. */
export interface Minutes {
  title: string;
  /** The score, the date, what is said before everything else. */
  lead: string[];
  parts: MinutesPart[];
}

/**
 * What a meeting looked at and decided, from the Log and the review as they are now.
 *
 * @param review  of the workbook after the last decision
 * @param next    the day of the next review, `YYYY-MM-DD`, or null
 */
export function minutesOf(review: Review, next: string | null): Minutes {
  const { meeting, score, asOf } = review;
  const since = meeting.underWay?.date ?? asOf;
  const everything: (Alert | PlanEntry)[] = [...review.alerts, ...review.wins, ...review.plan];
  const decided = everything.filter(one => one.decision !== null && one.decision.date >= since);
  const waiting = everything.filter(
    one => (one.state === 'new' || one.state === 'open') && one.kind !== 'experiment' && !isGood(one),
  );
  const done = meeting.followUps.filter(({ state }) => state === 'done');
  const openActions = meeting.followUps.filter(({ state }) => ['overdue', 'due', 'open'].includes(state));
  const parts: MinutesPart[] = [
    { heading: 'Decided today', lines: decided.map(one => decidedLine(one.headline, one.decision!)) },
    { heading: 'Done since the last review', lines: done.map(doneLine) },
    { heading: 'Still to be done', lines: openActions.map(actionLine) },
    { heading: 'Improvements', lines: review.wins.filter(({ state }) => state !== 'over').map(win => win.headline) },
    { heading: 'Not decided', lines: waiting.map(({ headline }) => headline) },
  ];
  return {
    title: `Review of ${day(asOf)}`,
    lead: [
      ...(score.score === null ? [] : [scoreLine(review), score.targets.sentence].filter(said => said !== '')),
      ...(meeting.cost ? [meeting.cost.sentence] : []),
      ...(next === null ? [] : [`Next review: ${day(next)}.`]),
    ],
    parts: parts.filter(({ lines }) => lines.length > 0),
  };
}

/** The score, what it was at the last review, and what it is per business function. */
export function scoreLine({ score, meeting, newest }: Review): string {
  const now = score.score!.toFixed(1);
  const before = meeting.last?.score ?? null;
  const than = before === null ? '' : ` (${before.toFixed(1)} at the last review)`;
  const of = newest ? `, ${newest.label}` : '';
  const functions = score.functions.flatMap(({ name, score: own }) =>
    own === null ? [] : [`${name} ${own.toFixed(0)}`],
  );
  return `Alignment score ${now} of 100${of}${than}. ${functions.join(', ')}.`;
}

/** Minutes as plain text, to paste into a message. */
export function minutesAsText({ title, lead, parts }: Minutes): string {
  const blocks = [
    [title, ...lead],
    ...parts.map(({ heading, lines }) => [`${heading.toUpperCase()}`, ...lines.map(line => `- ${line}`)]),
  ];
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** Minutes as Markdown; what an owner typed means nothing there but itself. */
export function minutesAsMarkdown({ title, lead, parts }: Minutes): string {
  const blocks = [
    [`# ${escaped(title)}`, ...lead.map(line => `\n${escaped(line)}`)],
    ...parts.map(({ heading, lines }) => [`## ${heading}\n`, ...lines.map(line => `- ${escaped(line)}`)]),
  ];
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** Signs that Markdown would take as its own, and what HTML would. */
function escaped(line: string): string {
  return line.replace(/[\\\x60*_[\]<>#|~]/g, sign => `\\${sign}`).replace(/^([-+]|\d+\.)(?=\s)/, '\\$1');
}

function isGood(one: Alert | PlanEntry): boolean {
  return one.kind !== 'plan' && !one.adverse;
}

function decidedLine(headline: string, { decision, action, owner, due, note, by }: Decided): string {
  const words = { act: 'act', watch: 'watch', accept: 'accepted as the new normal', dismiss: 'not an alert' };
  const what = words[decision as keyof typeof words] ?? decision;
  const task = action === '' ? '' : `: ${action}`;
  const said = [
    ...(owner === '' ? [] : [owner]),
    ...(due === null ? [] : [`by ${day(due)}`]),
    ...(note === '' ? [] : [note]),
    ...(by === '' ? [] : [`decided by ${by}`]),
  ];
  return `${headline}. ${capitalised(what)}${task}${said.length === 0 ? '' : ` (${said.join('; ')})`}`;
}

function doneLine({ action, about, owner, effect }: FollowUp): string {
  return `${action || about}${owner === '' ? '' : ` (${owner})`}.${effect === '' ? '' : ` ${effect}`}`;
}

function actionLine({ action, about, owner, due, state }: FollowUp): string {
  const when = due === null ? 'no date' : `${state === 'overdue' ? 'was due' : 'due'} ${day(due)}`;
  return `${action || about} (${owner === '' ? 'nobody named' : owner}, ${when})`;
}

function day(date: string): string {
  const serial = readIsoDate(date);
  return serial === null ? date : dayLabel(serial);
}

/** What a meeting came to, in a few words for its row of the Log. */
export function summaryOf(review: Review): string {
  const since = review.meeting.underWay?.date ?? review.asOf;
  const all = [...review.alerts, ...review.wins, ...review.plan];
  const decided = all.filter(({ decision }) => decision !== null && decision.date >= since);
  const actions = decided.filter(({ decision }) => decision!.decision === 'act');
  return `${counted(decided.length, 'decision')}, ${counted(actions.length, 'action')}`;
}
