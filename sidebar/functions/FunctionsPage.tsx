import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { capitalised, counted } from '../../src/cells/english';
import type { CellFunction } from '../../src/functions/definition';
import { searchFunctions } from '../../src/functions/help/search';
import { Field } from '../parts/Field';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { FunctionEntry } from './FunctionEntry';

/** Every function that a cell can call, found by name, by another name for it, or by what it answers. */
export function FunctionsPage({ session }: { session: Session }): JSX.Element {
  const [sought, setSought] = useState('');
  const found = searchFunctions(sought);
  const families = [...new Set(found.map(({ family }) => family))];
  const entries = (definitions: CellFunction[]) => (
    <ul class="cards">
      {definitions.map(definition => (
        <FunctionEntry key={definition.name} definition={definition} session={session} />
      ))}
    </ul>
  );
  return (
    <>
      <div class="lead">
        <Field
          label="Find a function"
          value={sought}
          change={setSought}
          hint="A name or a word: win rate, churn, NPS."
        />
        <p class="hint" role="status">
          {found.length === 0
            ? 'No function matches; try another word.'
            : `${counted(found.length, 'function')}. Type one into any cell, with = before it, or insert it from here.`}
        </p>
      </div>
      {sought.trim() !== ''
        ? entries(found)
        : families.map(family => (
            <Part key={family} title={capitalised(family)}>
              {entries(found.filter(definition => definition.family === family))}
            </Part>
          ))}
    </>
  );
}
