import type { JSX } from 'preact';
import type { Effect } from '../../src/review/types';
import { FirstOf } from '../parts/FirstOf';
import { Explanation } from './Explanation';

/** The five effects of misalignment in figures, or what each would need. */
export function EffectList({ effects }: { effects: Effect[] }): JSX.Element {
  return (
    <ul class="cards">
      {effects.map(effect => (
        <li key={effect.name} class="card effect" data-effect={effect.name}>
          <h3>{effect.title}</h3>
          <p class="meta">{effect.matters}</p>
          {effect.sentence !== '' && <p>{effect.sentence}</p>}
          {effect.parts.length > 0 && (
            <FirstOf items={effect.parts} what="parts" first={5} name="listed">
              {part => (
                <li key={part.name}>
                  {part.name}: {part.text}
                </li>
              )}
            </FirstOf>
          )}
          {effect.needs !== '' && <p class="meta">Needs: {effect.needs}</p>}
          <Explanation of={effect.explain} called={effect.title} />
        </li>
      ))}
    </ul>
  );
}
