import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { counted } from '../../src/cells/english';
import { templates } from '../../src/templates/catalogue';
import { FUNCTION_TAGS, type FunctionTag, type Template, TRADES, type Trade } from '../../src/templates/template';
import { Choice } from '../parts/Field';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { UninstallPart } from '../uninstall/UninstallPart';
import { InstalledList } from './InstalledList';
import { InstallForm } from './InstallForm';
import { TemplateCard } from './TemplateCard';

/** The gallery: what is installed, what each template makes, and the way to install it. */
export function TemplatesPage({ session, reviewed }: { session: Session; reviewed: () => void }): JSX.Element {
  const [trade, setTrade] = useState<Trade | ''>('');
  const [tag, setTag] = useState<FunctionTag | ''>('');
  const [chosen, setChosen] = useState<Template | null>(null);
  const left = useRef<string | null>(null);
  // Anyone who leaves the form is back at the card they came from.
  useEffect(() => {
    if (chosen !== null || left.current === null) return;
    document.querySelector<HTMLElement>(`[data-template="${left.current}"] button`)?.focus();
    left.current = null;
  }, [chosen]);

  if (chosen) {
    const back = () => {
      left.current = chosen.id;
      setChosen(null);
    };
    return <InstallForm template={chosen} session={session} back={back} installed={reviewed} />;
  }
  const shown = templates.filter(
    ({ trades, functions }) => (trade === '' || trades.includes(trade)) && (tag === '' || functions.includes(tag)),
  );
  return (
    <>
      <p class="hint">
        A template adds sheets and KPIs after what you have. Nothing of yours is changed, and you see every sheet first.
      </p>
      <InstalledList session={session} />
      <Part title="Gallery">
        <div class="side-by-side">
          <Choice label="Trade" value={trade} change={setTrade} options={TRADES} blank="every trade" />
          <Choice label="About" value={tag} change={setTag} options={FUNCTION_TAGS} blank="everything" />
        </div>
        <p class="meta" role="status">
          {counted(shown.length, 'template')}
        </p>
        <ul class="cards">
          {shown.map(template => (
            <TemplateCard
              key={template.id}
              template={template}
              pictures={session.bridge.pictures}
              install={() => setChosen(template)}
            />
          ))}
        </ul>
      </Part>
      <UninstallPart session={session} />
    </>
  );
}
