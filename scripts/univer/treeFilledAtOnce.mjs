/**
 * @typedef {{ minX: number, minY: number, maxX: number, maxY: number }} Box
 * @typedef {{
 *   all(): Box[], search(box: Box): Box[], collides(box: Box): boolean, load(items: Box[]): Tree, insert(item: Box): Tree,
 *   remove(item: Box): Tree, clear(): Tree, toJSON(): object, fromJSON(data: object): Tree
 * }} Tree
 */

/** Fewer than this many rbush puts in one by one anyway. */
const MANY = 4;

/**
 * rbush's tree, which keeps what is put in until something is looked up, and takes it all at once then: it builds a balanced
 * tree of many rectangles much faster than it adds them to one. It holds the same rectangles; the order in which they are
 * found is as little promised as before.
 *
 * @param {new () => Tree} RBush
 * @returns {new () => Tree}
 */
export const filledAtOnce = RBush =>
  class extends RBush {
    /** @type {Box[] | undefined} */
    waiting;

    fill() {
      const items = this.waiting ?? [];
      this.waiting = undefined;
      if (items.length >= MANY) super.load(items);
      else for (const item of items) super.insert(item);
    }

    /** @override @param {Box} item */
    insert(item) {
      this.waiting ??= [];
      this.waiting.push(item);
      return this;
    }

    /** @override @param {Box[]} items */
    load(items) {
      for (const item of items) this.insert(item);
      return this;
    }

    /** @override @param {Box} item */
    remove(item) {
      this.fill();
      return super.remove(item);
    }

    /** @override @param {Box} box */
    search(box) {
      this.fill();
      return super.search(box);
    }

    /** @override @param {Box} box */
    collides(box) {
      this.fill();
      return super.collides(box);
    }

    /** @override */
    all() {
      this.fill();
      return super.all();
    }

    /** @override */
    toJSON() {
      this.fill();
      return super.toJSON();
    }

    /** @override */
    clear() {
      this.waiting = undefined;
      return super.clear();
    }

    /** @override @param {object} data */
    fromJSON(data) {
      this.waiting = undefined;
      return super.fromJSON(data);
    }
  };
