import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Decidable } from '../../src/review/decisions/decision';
import type { Session } from '../session';
import { DecisionForm } from './DecisionForm';
import type { DecisionKind } from './decisionDraft';

/** The decision on a card of a list. The card moves to the decided ones; whoever works by keyboard goes on with what is left. */
export function CardDecision({
  alert,
  called,
  session,
  next,
}: {
  alert: Decidable;
  called: string;
  session: Session;
  /** The heading of what is left to decide. */
  next: string;
}): JSX.Element {
  const choice = useSignal<DecisionKind | null>(null);
  const decided = () => document.getElementById(next)?.focus();
  return <DecisionForm alert={alert} called={called} session={session} choice={choice} decided={decided} />;
}
