import fc from 'fast-check';
import { filledAtOnce } from '../../scripts/univer/treeFilledAtOnce.mjs';

type Box = { minX: number; minY: number; maxX: number; maxY: number };

/** What rbush promises of its tree, as a plain list. */
class PlainTree {
  held: Box[] = [];
  /** How often items were taken, by one or by many. */
  fillings = 0;

  all() {
    return [...this.held];
  }
  search(box: Box) {
    return this.held.filter(
      ({ minX, minY, maxX, maxY }) => minX <= box.maxX && minY <= box.maxY && maxX >= box.minX && maxY >= box.minY,
    );
  }
  collides(box: Box) {
    return this.search(box).length > 0;
  }
  load(items: Box[]) {
    this.fillings++;
    this.held.push(...items);
    return this;
  }
  insert(item: Box) {
    this.fillings++;
    this.held.push(item);
    return this;
  }
  remove(item: Box) {
    this.held = this.held.filter(other => other !== item);
    return this;
  }
  clear() {
    this.held = [];
    return this;
  }
  toJSON() {
    return { held: [...this.held] };
  }
  fromJSON(data: object) {
    this.held = [...(data as { held: Box[] }).held];
    return this;
  }
}

const box = fc
  .tuple(fc.nat(20), fc.nat(20), fc.nat(5), fc.nat(5))
  .map(([minX, minY, width, height]) => ({ minX, minY, maxX: minX + width, maxY: minY + height }));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('insert' as const), box }) },
  fc.record({ kind: fc.constantFrom('load' as const, 'search' as const, 'collides' as const, 'remove' as const), box }),
  fc.record({ kind: fc.constantFrom('clear' as const, 'saved' as const), box }),
);

test('a tree that is filled at once answers as one that is filled one by one', () => {
  const Filled = filledAtOnce(PlainTree as never) as unknown as typeof PlainTree;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      let [ours, plain] = [new Filled(), new PlainTree()];
      const added: Box[] = [];
      for (const { kind, box } of steps) {
        if (kind === 'insert' || kind === 'load') added.push(box);
        if (kind === 'insert') for (const tree of [ours, plain]) tree.insert(box);
        else if (kind === 'load') for (const tree of [ours, plain]) tree.load([box]);
        else if (kind === 'search') expect(ours.search(box)).toEqual(plain.search(box));
        else if (kind === 'collides') expect(ours.collides(box)).toBe(plain.collides(box));
        else if (kind === 'remove') for (const tree of [ours, plain]) tree.remove(added[0] ?? box);
        else if (kind === 'clear') for (const tree of [ours, plain]) tree.clear();
        else [ours, plain] = [new Filled().fromJSON(ours.toJSON()), new PlainTree().fromJSON(plain.toJSON())];
      }
      expect(ours.toJSON()).toEqual(plain.toJSON());
    }),
  );
});

test('what is put in is taken once, when it is first looked up', () => {
  const Filled = filledAtOnce(PlainTree as never) as unknown as typeof PlainTree;
  const tree = new Filled();
  for (let row = 0; row < 100; row++) tree.insert({ minX: 0, minY: row, maxX: 0, maxY: row });
  expect(tree.fillings).toBe(0);
  expect(tree.search({ minX: 0, minY: 7, maxX: 5, maxY: 8 })).toHaveLength(2);
  expect(tree.fillings).toBe(1);
});
