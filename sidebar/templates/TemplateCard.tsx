import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { formatFigure } from '../../src/review/formatFigure';
import { installTemplate } from '../../src/templates/installTemplate';
import type { Template, TemplateKpi } from '../../src/templates/template';
import type { Snapshot } from '../../src/workbook/snapshot';
import type { Session } from '../session';
import { why } from '../words/why';
import { changesBySheet, type SheetChange } from './changesBySheet';
import { InstallPreview } from './InstallPreview';

type Mode = 'sample' | 'empty';

const MODES: { mode: Mode; label: string }[] = [
  { mode: 'sample', label: 'with sample data, to look around' },
  { mode: 'empty', label: 'empty, to type into' },
];

/** One template: what it is for, the KPIs in it, what it would make, and the button that makes it. */
export function TemplateCard({
  template,
  session,
  reviewed,
}: {
  template: Template;
  session: Session;
  /** Called after it was installed. */
  reviewed: () => void;
}): JSX.Element {
  const [mode, setMode] = useState<Mode>('sample');
  const [previewing, setPreviewing] = useState(false);
  const name = useId();
  const snapshot = session.snapshot.value;
  const plan = (current: Snapshot) => installTemplate(template, current, { mode });
  const planned = previewing && snapshot ? changesOrWhy(() => changesBySheet(plan(snapshot))) : null;

  async function install() {
    if (!(await session.change(plan, `${template.name} is installed.`))) return;
    setPreviewing(false);
    reviewed();
  }

  return (
    <li class="card template" data-template={template.id}>
      <h3>{template.name}</h3>
      <p>{template.summary}</p>
      <p class="meta">
        {template.sheets.map(sheet => sheet.name).join(', ')}; a row every {template.cadence}
      </p>
      <ul class="listed">
        {template.kpis.map(kpi => (
          <li key={kpi.name}>
            {kpi.name}
            <span class="meta line">{`${kpi.function}, ${targetInWords(template, kpi)}`}</span>
          </li>
        ))}
      </ul>
      <fieldset>
        <legend class="hidden-text">How to install {template.name}</legend>
        {MODES.map(({ mode: choice, label }) => (
          <label key={choice} class="choice">
            <input type="radio" name={name} checked={mode === choice} onChange={() => setMode(choice)} />
            {label}
          </label>
        ))}
      </fieldset>
      {planned === null && (
        <button
          type="button"
          onClick={() => setPreviewing(true)}
          aria-label={`See what it would make: ${template.name}`}
        >
          See what it would make
        </button>
      )}
      {typeof planned === 'string' && (
        <p class="failure in-form" role="alert">
          {planned}
        </p>
      )}
      {planned !== null && typeof planned !== 'string' && (
        <>
          <InstallPreview changes={planned} />
          <div class="actions">
            <button type="button" class="primary" disabled={session.working.value} onClick={() => void install()}>
              Install {template.name}
            </button>
            <button type="button" onClick={() => setPreviewing(false)}>
              Cancel
            </button>
          </div>
        </>
      )}
    </li>
  );
}

/** The changes, or why there can be none. */
function changesOrWhy(plan: () => SheetChange[]): SheetChange[] | string {
  try {
    return plan();
  } catch (error) {
    return why(error);
  }
}

/** "target at least 30%", in the format of the KPI's column. */
function targetInWords({ sheets }: Template, kpi: TemplateKpi): string {
  const column = sheets.flatMap(({ columns }) => columns).find(({ id }) => id === kpi.column);
  const figure = (value: number) =>
    formatFigure(value, { format: (column?.format ?? 'General').replace(/¤/g, ''), unit: kpi.unit ?? '' });
  if (kpi.better === 'in range' && kpi.low !== undefined && kpi.high !== undefined)
    return `${figure(kpi.low)} to ${figure(kpi.high)}`;
  if (kpi.target === undefined) return 'no target yet';
  return `${kpi.better === 'lower' ? 'at most' : 'at least'} ${figure(kpi.target)}`;
}
