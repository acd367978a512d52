import type { JSX, TargetedKeyboardEvent } from 'preact';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
}

/**
 * A row of tabs; arrow keys, Home and End move between them, as the tabs pattern of WAI-ARIA has it.
 *
 * @param props  the tabs, the chosen one, and what is called with a choice
 * @returns      the tab list; the panel is the caller's, with id `panel`
 */
export function Tabs<Id extends string>({
  tabs,
  chosen,
  choose,
}: {
  tabs: Tab<Id>[];
  chosen: Id;
  choose: (id: Id) => void;
}): JSX.Element {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const here = tabs.findIndex(tab => tab.id === chosen);
    const steps: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length]!;
    choose(tab.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Strategic Compass" onKeyDown={onKeyDown}>
      {tabs.map(tab => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === chosen}
          aria-controls="panel"
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => choose(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
