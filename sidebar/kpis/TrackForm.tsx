import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { readRegister } from '../../src/workbook/register/readRegister';
import { placesOf } from '../../src/workbook/sources/edges';
import { track } from '../../src/workbook/track/track';
import { placesToTrack, type TrackRequest } from '../../src/workbook/track/trackRequest';
import { Refusal } from '../parts/Refusal';
import type { Session } from '../session';
import { why } from '../words/why';
import { ChosenCellsFields, useChosenCells } from './ChosenCells';
import { EMPTY, type KpiDraft } from './form/draft';
import { KpiFields } from './form/KpiFields';
import { mistakes } from './form/mistakes';
import { namesToOffer } from './form/names';
import { settingsOf } from './form/settings';

/** Choices that change what is read. */
const REREAD: (keyof KpiDraft)[] = ['combine', 'gaps', 'cadence'];

/** Makes a KPI of the cells that are selected in the grid; shows what it would read before anything is written. */
export function TrackForm({ session, close }: { session: Session; close: () => void }): JSX.Element {
  const [draft, setDraft] = useState<KpiDraft>(EMPTY);
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const named = useRef(false);

  const workbook = session.snapshot.value;
  const locale = workbook?.locale ?? 'en';
  const register = useMemo(() => workbook && readRegister(workbook), [workbook]);
  const change = (changed: Partial<KpiDraft>) => {
    setRefusal('');
    setDraft(current => ({ ...current, ...changed }));
  };

  // The header above the figures is the first name, until the owner has typed one.
  const cells = useChosenCells(session, draft, found => {
    if (found?.preview && !named.current) change({ kpi: found.preview.header });
  });
  const { values, periods, reading } = cells;
  const sheet = values?.sheet ?? '';
  const wrong = mistakes(draft, locale, null, sheet);
  const set = (changed: Partial<KpiDraft>) => {
    if ('kpi' in changed) named.current = true;
    change(changed);
    if (REREAD.some(field => field in changed)) cells.choose(cells.periodsText, { ...draft, ...changed });
  };

  // The form opens with whatever is selected at that moment.
  useEffect(() => {
    heading.current?.focus();
    void cells.takeSelection();
  }, []);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(wrong).length > 0 || values === null || typeof periods === 'string') return;
    const fresh = await cells.afresh();
    if (!fresh?.preview) return;
    try {
      const request: TrackRequest = {
        ...settingsOf(draft, locale, sheet),
        kpi: draft.kpi,
        values,
        ...(periods && { periods }),
      };
      const whole = request.targets ? await session.read(placesOf(placesToTrack(request))) : fresh.snapshot;
      if (!whole) return;
      const edits = track(whole, request);
      const words = `${draft.kpi.trim()} is tracked: ${counted(fresh.preview.count, fresh.preview.cadence)}.`;
      if (await session.change(() => edits, words)) close();
    } catch (error) {
      setRefusal(why(error));
    }
  }

  return (
    <form class="form" onSubmit={event => void submit(event)} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        Track as KPI
      </h2>
      <ChosenCellsFields cells={cells} />
      <KpiFields
        draft={draft}
        set={set}
        wrong={asked ? wrong : {}}
        locale={locale}
        format={reading?.preview?.format ?? 'General'}
        names={namesToOffer(register)}
        cells={{ first: !register?.kpis.length, ledger: reading?.preview?.gaps != null, isOpen: true }}
      />
      <Refusal text={refusal} />
      <div class="actions">
        <button type="submit" class="primary" disabled={session.writing.value || !reading?.preview}>
          Track it
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
