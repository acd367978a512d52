import type { JSX } from 'preact';
import { templates } from '../../src/templates/catalogue';
import type { Session } from '../session';
import { TemplateCard } from './TemplateCard';

/** The gallery: what each template makes, and the way to install it. */
export function TemplatesPage({ session, reviewed }: { session: Session; reviewed: () => void }): JSX.Element {
  return (
    <>
      <p class="hint">
        A template adds sheets and KPIs after what you have. Nothing of yours is changed, and you see every cell first.
      </p>
      <ul class="cards">
        {templates.map(template => (
          <TemplateCard key={template.id} template={template} session={session} reviewed={reviewed} />
        ))}
      </ul>
    </>
  );
}
