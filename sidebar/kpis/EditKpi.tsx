import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../src/workbook/edit';
import { readRegister } from '../../src/workbook/register/readRegister';
import type { Snapshot } from '../../src/workbook/snapshot';
import { placesOf } from '../../src/workbook/sources/edges';
import { editKpi } from '../../src/workbook/track/editKpi';
import { placesToTrack } from '../../src/workbook/track/trackRequest';
import { Refusal } from '../parts/Refusal';
import { Said } from '../parts/Said';
import type { Session } from '../session';
import { why } from '../words/why';
import { effectOf } from './effect';
import { draftOf, EMPTY, type KpiDraft } from './form/draft';
import { KpiFields } from './form/KpiFields';
import { mistakes } from './form/mistakes';
import { namesToOffer } from './form/names';
import { settingsOf } from './form/settings';
import { BY_PERIOD, typedTarget } from './form/typedTarget';
import { LinkAgain } from './LinkAgain';
import { PauseOrStop } from './PauseOrStop';

/** The row of a KPI as a form: every field, what saving would change, and the ways to pause it or to stop. */
export function EditKpi({
  kpi: name,
  session,
  close,
}: {
  kpi: string;
  session: Session;
  close: () => void;
}): JSX.Element {
  const snapshot = session.snapshot.value!;
  const register = useMemo(() => readRegister(snapshot), [snapshot]);
  const kpi = [...register.kpis, ...register.paused].find(each => each.name === name);
  const [draft, setDraft] = useState<KpiDraft>(() => (kpi ? draftOf(kpi) : EMPTY));
  const before = useRef(draft);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const { locale } = snapshot;
  const wrong = mistakes(draft, locale, before.current, '');
  const set = (change: Partial<KpiDraft>) => setDraft(current => ({ ...current, ...change }));
  /** The workbook with the cells of a budget that was typed. */
  const [budget, setBudget] = useState<{ text: string; snapshot: Snapshot } | null>(null);
  const planned = useMemo(() => plan(), [draft, snapshot, budget]);

  async function readBudget(text: string) {
    const typed = typedTarget(text, locale);
    if (typed === null || typed === BY_PERIOD || !('targets' in typed)) return;
    const read = await session.read(placesOf(placesToTrack({ values: typed.targets })));
    if (read) setBudget({ text, snapshot: read });
  }

  function plan(): { edits: Edit[]; effect: string } | string {
    if (Object.keys(wrong).length > 0) return '';
    const isBudget = draft.target !== before.current.target && draft.target.includes(':');
    if (isBudget && budget?.text !== draft.target) return '';
    try {
      const edits = editKpi(
        isBudget ? budget!.snapshot : snapshot,
        name,
        settingsOf(draft, locale, '', before.current),
      );
      return { edits, effect: edits.length === 0 ? '' : effectOf(snapshot, edits, session.review.value) };
    } catch (error) {
      return why(error);
    }
  }

  async function save(event: TargetedSubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (typeof planned === 'string') return;
    if (planned.edits.length === 0 || (await session.change(() => planned.edits, `${draft.kpi.trim()} was changed.`)))
      close();
  }

  if (!kpi) return <Said>There is no KPI “{name}” any more.</Said>;
  return (
    <form class="form edit-kpi" onSubmit={event => void save(event)} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        Edit {name}
      </h3>
      <KpiFields
        draft={draft}
        set={set}
        settleTarget={text => void readBudget(text)}
        wrong={wrong}
        locale={locale}
        format={kpi.format}
        names={namesToOffer(register, name)}
        cells={null}
      >
        {kpi.source && (
          <div class="field">
            <p>Read from {kpi.source.text}</p>
            <LinkAgain kpi={name} session={session} />
          </div>
        )}
      </KpiFields>
      {typeof planned === 'string' ? (
        <Refusal text={planned} />
      ) : (
        planned.effect !== '' && <Said class="preview">{planned.effect}</Said>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={session.writing.value || typeof planned === 'string'}>
          Save
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
      <PauseOrStop kpi={name} session={session} close={close} />
    </form>
  );
}
