import type { JSX } from 'preact';
import { templates } from '../../src/templates/catalogue';
import { installedTemplates } from '../../src/templates/installed/installed';
import { Part } from '../parts/Part';
import type { Session } from '../session';
import { InstalledCard } from './InstalledCard';

/** The templates that the workbook has, each with what can be done with it. */
export function InstalledList({ session }: { session: Session }): JSX.Element | null {
  const snapshot = session.snapshot.value;
  const installed = snapshot ? installedTemplates(snapshot) : [];
  const known = installed.flatMap(own => {
    const template = templates.find(({ id }) => id === own.id);
    return template ? [{ own, template }] : [];
  });
  return (
    <Part title="Installed" count={known.length}>
      <ul class="cards">
        {known.map(({ own, template }, index) => (
          <InstalledCard
            key={own.sheets[0]!.name}
            own={own}
            template={template}
            newest={!known.slice(index + 1).some(later => later.template === template)}
            session={session}
          />
        ))}
      </ul>
    </Part>
  );
}
