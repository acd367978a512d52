import type { AgendaItem } from '../../../src/review/meeting/agenda';

/**
 * An agenda in the order in which it was first shown, since decisions change what matters most of the rest: nobody finds their
 * place again in a list that moves. What is new comes at the end of its step.
 *
 * @param agenda  as it is now
 * @param known   the ids in the order in which they were first shown; the new ones are added
 */
export function inStableOrder(agenda: AgendaItem[], known: string[]): AgendaItem[] {
  for (const { id } of agenda) if (!known.includes(id)) known.push(id);
  const steps = [...new Set(agenda.map(({ step }) => step))];
  return steps.flatMap(step =>
    agenda.filter(item => item.step === step).sort((one, other) => known.indexOf(one.id) - known.indexOf(other.id)),
  );
}
