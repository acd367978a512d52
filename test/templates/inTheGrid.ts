import { serialOf } from '../../src/cells/serial';
import type { Engine } from '../../src/hosts/univer/headless';
import { review } from '../../src/review/review';
import { templates } from '../../src/templates/catalogue';
import type { InstallOptions } from '../../src/templates/install/layout';
import { planInstall } from '../../src/templates/install/planInstall';
import type { Template } from '../../src/templates/template';
import { removeTemplate } from '../../src/templates/upkeep/removeTemplate';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { type Contents, contents, errorsIn, recalculated, sameResult, unsolved } from './wholeWorkbook';

/** The grid's clock is the machine's: periods that have closed by it count. */
const now = new Date();
export const today = serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** The workbook as it is in the grid, every sheet whole. */
export const standing = (engine: Engine): Snapshot =>
  engine.snapshot({ today, locale: 'en-GB', further: engine.sheets().map(sheet => ({ sheet })) });

/** What is beside the cells of the owner's sheets: merged ranges, hidden rows, widths, formats. */
function beside(engine: Engine): unknown {
  const { sheets: saved, sheetOrder } = engine.save();
  return sheetOrder
    .map(id => saved[id]!)
    .filter(({ name }) => !name!.startsWith('Compass '))
    .map(({ name, mergeData, rowData, columnData, cellData }) => ({ name, mergeData, rowData, columnData, cellData }));
}

/** Installs a template, lets the grid calculate what it wrote, and looks at every cell. */
export async function install(engine: Engine, template: Template, options: InstallOptions): Promise<void> {
  const before = standing(engine);
  const errors = errorsIn(before);
  const { edits } = planInstall(template, before, options);
  expect(engine.apply(unsolved(edits))).toEqual({ written: 'all' });
  await engine.calculated();
  const after = standing(engine);
  expect(errorsIn(after)).toEqual(errors);
  const [known, found] = [recalculated(applyEdits(before, edits)), contents(after)];
  expect(Object.keys(found).sort()).toEqual(Object.keys(known).sort());
  expect(differences(known, found)).toEqual([]);
  expect(review(after).problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
}

/** Cells that show something else than was known when they were written. */
export function differences(known: Contents, found: Contents): unknown[] {
  return Object.entries(known).flatMap(([sheet, cells]) =>
    Object.entries(cells).flatMap(([at, [cell, formula]]) => {
      const shown = found[sheet]![at]?.[0] ?? null;
      // Of no figures at all the grid's MAXIFS makes a blank, which counts as 0 wherever it is read.
      const isNothing = /^=(_xlfn\.)?MAXIFS\(/.test(formula ?? '') && cell === 0 && shown === '';
      return isNothing || sameResult(cell, shown) ? [] : [[`${sheet}!${at}`, formula, cell, shown]];
    }),
  );
}

/** Installs a template and takes it out again: the workbook holds what it held, cell for cell. */
export async function comeAndGo(engine: Engine, template: Template, options: InstallOptions): Promise<void> {
  const before = standing(engine);
  const looks = beside(engine);
  await install(engine, template, options);
  await takeOut(engine, template);
  expect(contents(standing(engine))).toEqual(contents(before));
  expect(beside(engine)).toEqual(looks);
}

/** Takes a template out; nothing of it counts as changed, and nothing stays. */
export async function takeOut(engine: Engine, template: Template): Promise<void> {
  const { edits, changed, stays } = removeTemplate(standing(engine), template, templates);
  expect([changed, stays]).toEqual([[], []]);
  expect(engine.apply(edits)).toEqual({ written: 'all' });
  await engine.calculated();
}
