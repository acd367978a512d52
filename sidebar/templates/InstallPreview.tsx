import type { JSX } from 'preact';
import { counted } from '../../src/cells/english';
import type { Bridge } from '../../src/hosts/bridge';
import type { InstallPlan } from '../../src/templates/install/planInstall';
import { Said } from '../parts/Said';
import { ChangeList } from './ChangeList';

/** What an installation would make, before it is made: KPIs, goals, periods, and every sheet with its cells and charts. */
export function InstallPreview({ plan, bridge }: { plan: InstallPlan; bridge: Bridge }): JSX.Element {
  const { kpis, joined, goals, functions, periods, cadence, notes } = plan.preview;
  return (
    <Said class="preview">
      <h3>What would be added</h3>
      <dl class="pairs">
        <Listed name="New KPIs" items={kpis} />
        <Listed name="Already there" items={joined} />
        <Listed name="New goals" items={goals} />
        <Listed name="Functions" items={functions} />
        {periods && (
          <>
            <dt>Periods</dt>
            <dd>{`${counted(periods.count, cadence)}, ${periods.first} to ${periods.last}`}</dd>
          </>
        )}
      </dl>
      {notes.map(note => (
        <p key={note}>{note}</p>
      ))}
      <ChangeList edits={plan.edits} bridge={bridge} />
    </Said>
  );
}

function Listed({ name, items }: { name: string; items: string[] }): JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{items.join(', ')}</dd>
    </>
  );
}
