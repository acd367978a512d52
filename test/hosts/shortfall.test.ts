import { changedSheets, refuseConflicts } from '../../src/hosts/check';
import { afterTakingBack, type Leftovers, sheetsLeft } from '../../src/hosts/shortfall';
import type { Edit } from '../../src/workbook/edit';

const nothing: Leftovers = { changed: [], deleted: [], looks: [], isSure: true };
const why = 'Sheets says: no.';

describe('a change that a host refused half-way', () => {
  test.each<[string, Partial<Leftovers>, string, string]>([
    ['wrote nothing where nothing is left', {}, 'none', ''],
    [
      'wrote some where cells are left',
      { changed: ['Plan', 'Till'], looks: ['Plan'] },
      'some',
      'Part of the change is left on Plan and Till; Undo takes it back.',
    ],
    [
      'wrote some where sheets are deleted',
      { deleted: ['Plan', 'Till'] },
      'some',
      'Plan and Till were deleted; Undo restores them. Nothing else changed.',
    ],
    [
      'wrote some where looks may be left',
      { looks: ['Plan', 'Plan'] },
      'some',
      'Formats, charts or notes on Plan may have changed; Undo takes them back. No figure was changed.',
    ],
    [
      'is unknown where nobody could look again',
      { isSure: false },
      'unknown',
      'Not everything could be taken back or checked.',
    ],
  ])('%s', (_, left, written, what) => {
    expect(afterTakingBack({ ...nothing, ...left }, why)).toMatchObject({ written, what, why });
  });

  test('promises no undo where the host has none: Excel never brings a deleted sheet back', () => {
    const left = { ...nothing, deleted: ['Month'], changed: ['Plan'], looks: ['Till'], undoes: false };
    expect(afterTakingBack(left, why)).toMatchObject({
      what:
        'Month was deleted. To get it back, close the workbook without saving or open an earlier version. ' +
        'Part of the change is left on Plan; compare with an earlier version before you save. ' +
        'Formats, charts or notes on Till may have changed.',
    });
  });

  test('says where to look, each sheet once', () => {
    const left = { ...nothing, changed: ['Plan'], looks: ['Plan', 'Till'] };
    expect(afterTakingBack(left, why)).toMatchObject({ where: [{ sheet: 'Plan' }, { sheet: 'Till' }] });
  });

  test('names the sheets that could not be removed', () => {
    expect(sheetsLeft(['Plan', 'Till'], why)).toEqual({
      written: 'some',
      what: 'Everything was done, but Plan and Till could not be removed.',
      why,
      where: [{ sheet: 'Plan' }, { sheet: 'Till' }],
    });
  });
});

describe('looking again', () => {
  const plan = { name: 'Plan', values: [['a', 1]], formulas: [[null, '=B2']] };
  const before = { names: ['Plan', 'Till'], blocks: [plan] };

  test('finds nothing where only the result of a formula is another', () => {
    expect(changedSheets(before, { ...before, blocks: [{ ...plan, values: [['a', 2]] }] })).toEqual([]);
  });

  test('finds cells that changed, sheets that have come and sheets that are gone', () => {
    const after = { names: ['plan', 'New'], blocks: [{ ...plan, values: [['b', 1]] }] };
    expect(changedSheets(before, after)).toEqual(['New', 'Till', 'Plan']);
  });
});

describe('a workbook keeps a sheet in view', () => {
  const sheets = [
    { name: 'Till', isHidden: false },
    { name: 'Month', isHidden: true },
  ];
  const refused = (...edits: Edit[]) => {
    try {
      refuseConflicts(edits, sheets, []);
      return null;
    } catch (reason) {
      return (reason as Error).message;
    }
  };
  const hidden = 'All remaining sheets are hidden. Unhide one of them first.';

  test('whichever way the last one would be removed', () => {
    expect(refused({ kind: 'remove sheet', sheet: 'till' })).toBe(hidden);
    expect(
      refused(
        { kind: 'add sheet', sheet: 'New' },
        { kind: 'remove sheet', sheet: 'Till' },
        { kind: 'remove sheet', sheet: 'New' },
      ),
    ).toBe(hidden);
  });

  test('which may be one that is hidden no more, or new', () => {
    expect(refused({ kind: 'remove sheet', sheet: 'Month' })).toBeNull();
    expect(refused({ kind: 'remove sheet', sheet: 'Till' }, { kind: 'add sheet', sheet: 'Till' })).toBeNull();
    expect(refused({ kind: 'add sheet', sheet: 'New' }, { kind: 'remove sheet', sheet: 'Till' })).toBeNull();
    expect(refused({ kind: 'write', sheet: 'Till', row: 0, column: 0, cells: [[1]] })).toBeNull();
  });
});
