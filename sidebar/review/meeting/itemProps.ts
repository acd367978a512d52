import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { Session } from '../../session';
import type { DecisionKind } from '../decisionDraft';

/** What each thing on the agenda is given to show itself. */
export interface ItemProps {
  session: Session;
  /** Takes the focus when the meeting comes to it. */
  heading: RefObject<HTMLHeadingElement | null>;
  choice: Signal<DecisionKind | null>;
  /** Called once it has been settled. */
  settled: () => void;
}
