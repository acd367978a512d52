import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { counted, listed } from '../../src/cells/english';
import { keepSamples } from '../../src/templates/upkeep/removeSamples';
import { Part } from '../parts/Part';
import { Refusal } from '../parts/Refusal';
import type { Session } from '../session';
import { removeAllSamples } from '../templates/removeSamples';

/** The KPIs of a sample beside those of the owner's: they do not count, and go with one press. */
export function SampleKpis({ names, session }: { names: string[]; session: Session }): JSX.Element {
  const [refusal, setRefusal] = useState('');
  const one = names.length === 1;
  return (
    <Part title="Sample data" count={names.length}>
      <p>
        {listed(names)} {one ? 'comes' : 'come'} from a sample. {one ? 'It does' : 'They do'} not count in the score or
        the alerts here, because you have KPIs of your own.
      </p>
      <Refusal text={refusal} />
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={session.writing.value}
          onClick={() => void removeAllSamples(session).then(setRefusal)}
        >
          Remove the sample with its {counted(names.length, 'KPI')}
        </button>
        <button
          type="button"
          disabled={session.writing.value}
          onClick={() => void session.change(keepSamples, 'They count from now on.')}
        >
          They are my own figures now
        </button>
      </div>
    </Part>
  );
}
