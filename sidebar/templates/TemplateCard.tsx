import type { JSX } from 'preact';
import { counted } from '../../src/cells/english';
import { typedInto } from '../../src/templates/schema/parts';
import type { Template } from '../../src/templates/template';
import { targetInWords } from './targetInWords';

/** One template of the gallery: what it makes, the KPIs in it, and what has to be typed for them. */
export function TemplateCard({
  template,
  pictures,
  install,
}: {
  template: Template;
  /** The folder of the pictures, where the host has one. */
  pictures: string | undefined;
  install: () => void;
}): JSX.Element {
  const { id, name, summary, source, sheets, kpis, cadence, minutes } = template;
  const inputs = sheets.flatMap(typedInto);
  return (
    <li class="card template" data-template={id}>
      {pictures !== undefined && (
        <img
          class="picture"
          src={`${pictures}/${id}.png`}
          alt={`What ${name} makes`}
          loading="lazy"
          // Without its picture the card says the same in words.
          onError={event => event.currentTarget.remove()}
        />
      )}
      <h3>{name}</h3>
      <p>{summary}</p>
      <p class="meta">
        {`${counted(kpis.length, 'KPI')}; about ${counted(minutes, 'minute')} a ${cadence} to type ${counted(inputs.length, 'figure')}`}
      </p>
      <details>
        <summary>
          What is in it<span class="hidden-text">: {name}</span>
        </summary>
        <h4>KPIs</h4>
        <ul class="listed">
          {kpis.map(kpi => (
            <li key={kpi.name}>
              {kpi.name}
              <span class="meta line">{`${kpi.function}, ${targetInWords(template, kpi)}`}</span>
            </li>
          ))}
        </ul>
        <h4>{`Typed each ${cadence}`}</h4>
        <ul class="listed">
          {sheets.map(sheet => {
            const typed = typedInto(sheet);
            return (
              <li key={sheet.name}>
                {sheet.name}
                <span class="meta line">{typed.length > 0 ? typed.join(', ') : sheet.note}</span>
              </li>
            );
          })}
        </ul>
        <h4>Where the choice comes from</h4>
        <p class="meta">{source}</p>
      </details>
      <button type="button" onClick={install} aria-label={`Install ${name}…`}>
        Install…
      </button>
    </li>
  );
}
