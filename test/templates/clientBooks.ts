import { periodsBetween } from '../../src/cells/period';
import { serialOf } from '../../src/cells/serial';
import type { Cell } from '../../src/cells/value';
import type { Mapping } from '../../src/templates/install/layout';
import { mappableInputs, proposeMapping } from '../../src/templates/mapping/proposeMapping';
import type { Template } from '../../src/templates/template';
import type { Snapshot } from '../../src/workbook/snapshot';

/** A client's sheet in which each input of a template is in a column of its own, beside the days of its periods. */
export function booksFor(template: Template): Cell[][] {
  const inputs = mappableInputs(template).map(({ column }) => column);
  const count = inputs[0]?.sample?.length ?? 0;
  const last = serialOf(2026, 10, 31);
  const periods = periodsBetween(last - 31 * 3 * 40, last, template.cadence).slice(-count);
  return [
    ['Period', ...inputs.map(({ header }) => header)],
    ...periods.map(({ start }, row): Cell[] => [start, ...inputs.map(({ sample }) => sample![row] as Cell)]),
  ];
}

/** What the mapper proposes first, for every input. */
export function proposedMapping(template: Template, snapshot: Snapshot): Mapping {
  return Object.fromEntries(
    proposeMapping(template, snapshot).map(({ id, candidates }) => {
      expect([id, candidates[0]?.whyNot]).toEqual([id, null]);
      return [id, { values: candidates[0]!.place, periods: candidates[0]!.periods! }];
    }),
  );
}
