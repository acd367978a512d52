import { readIsoDate } from '../../src/cells/serial';
import {
  checkUndecided,
  type Decidable,
  declareExperiment,
  hasLevel,
  recordDecision,
} from '../../src/review/decisions/decision';
import type { Review } from '../../src/review/types';
import type { Edit } from '../../src/workbook/edit';
import type { Snapshot } from '../../src/workbook/snapshot';

/** The decisions that a team can take, with what they mean and the key that chooses them in a meeting. */
export const CHOICES = [
  { decision: 'act', label: 'Act', key: 'a', means: 'Somebody will do something about it.' },
  { decision: 'watch', label: 'Watch', key: 'w', means: 'Nothing to do yet: look at it first next time.' },
  { decision: 'accept', label: 'Accept', key: 'e', means: 'It is meant to be like this.' },
  { decision: 'dismiss', label: 'Not an alert', key: 'n', means: 'The cause is known, and nothing has to be done.' },
] as const;

export type DecisionKind = (typeof CHOICES)[number]['decision'];

/** What has been typed about a decision so far. */
export interface DecisionDraft {
  action: string;
  owner: string;
  /** `YYYY-MM-DD`, or empty. */
  due: string;
  note: string;
  /** Whether what is accepted is a new normal, or an experiment until a day. */
  accepted: 'level' | 'experiment';
  until: string;
}

/** What is wrong with a draft, field by field. */
export type DecisionProblems = Partial<Record<keyof DecisionDraft, string>>;

/** The choices for what is decided on: only a change of one KPI has a level that can be accepted. */
export function choicesFor(alert: Decidable): readonly (typeof CHOICES)[number][] {
  return CHOICES.filter(({ decision }) => decision !== 'accept' || hasLevel(alert));
}

/** What a form starts with: the owner of the KPI, and the day of the next review. */
export function draftFor(alert: Decidable, review: Review): DecisionDraft {
  const { next, proposed } = review.meeting;
  const owner = review.kpis.find(({ name }) => alert.kpis.includes(name))?.owner ?? '';
  const due = next !== null && next > review.asOf ? next : proposed;
  return { action: '', owner, due, note: '', accepted: 'level', until: '' };
}

/** What is missing or wrong. */
export function problemsIn(choice: DecisionKind, draft: DecisionDraft, today: string): DecisionProblems {
  const blank = (text: string) => text.trim() === '';
  const problems: DecisionProblems = {};
  if (choice === 'act') {
    if (blank(draft.action)) problems.action = 'Say what will be done.';
    if (blank(draft.owner)) problems.owner = 'Say who will do it.';
    if (draft.due === '') problems.due = 'Choose a day.';
    else if (draft.due < today) problems.due = 'This day is over; choose a later one.';
  }
  if (choice === 'dismiss' && blank(draft.note)) problems.note = 'Say why, for whoever reads the Log later.';
  if (choice === 'accept' && draft.accepted === 'experiment') {
    if (draft.until === '') problems.until = 'Choose the last day of the experiment.';
    else if (draft.until < today) problems.until = 'This day is over; choose a later one.';
  }
  return problems;
}

/** The edits that write a decision, made of the workbook as it is then; refused where somebody else was faster. */
export function decisionEdits(
  snapshot: Snapshot,
  review: Review,
  { alert, choice, draft, by }: { alert: Decidable; choice: DecisionKind; draft: DecisionDraft; by: string },
): Edit[] {
  checkUndecided(alert, review);
  const { note, action, owner } = draft;
  if (choice === 'accept' && draft.accepted === 'experiment' && hasLevel(alert)) {
    return declareExperiment(snapshot, { alert, until: readIsoDate(draft.until)!, note, by });
  }
  const task = choice === 'act' ? { action, owner, due: readIsoDate(draft.due) } : {};
  return recordDecision(snapshot, { alert, decision: choice, note, by, ...task });
}
