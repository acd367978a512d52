import { createHash } from 'node:crypto';
import { newErrorsIn, type Written } from './officeValidator';

/**
 * Holds the files that the tests of a suite write against Microsoft's validator: none has an error that its input had not.
 * It listens at the two doors through which every .xlsx file leaves, so that no test has to think of it. Of a suite that
 * writes many files, as a property does, only some are judged: a second a file is dear.
 */
const MOST = 3;
const written = new Map<string, Written & { before: Uint8Array[] }>();
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Keeps a file for the judge, once, with what it was made of, and that of. */
function keep(after: Uint8Array, before?: Uint8Array): void {
  if (written.has(hashOf(after))) return;
  const name = expect.getState().currentTestName ?? '';
  const earlier = before ? [before, ...(written.get(hashOf(before))?.before ?? [])] : [];
  written.set(hashOf(after), { name, after, before: earlier });
}

jest.mock('../../src/hosts/file/write', () => {
  const actual = jest.requireActual('../../src/hosts/file/write');
  return {
    ...actual,
    applyToFile: async (bytes: Uint8Array, edits: unknown) => {
      const after = await actual.applyToFile(bytes, edits);
      keep(after, bytes);
      return after;
    },
  };
});

jest.mock('../../src/hosts/web/xlsx/write', () => {
  const actual = jest.requireActual('../../src/hosts/web/xlsx/write');
  return {
    ...actual,
    writeDocument: async (document: unknown) => {
      const after = await actual.writeDocument(document);
      keep(after);
      return after;
    },
  };
});

jest.mock('../../src/hosts/web/xlsx/graft/graft', () => {
  const actual = jest.requireActual('../../src/hosts/web/xlsx/graft/graft');
  return {
    ...actual,
    graft: async (opened: Uint8Array, ...of: unknown[]) => {
      const grafted = await actual.graft(opened, ...of);
      keep(grafted.bytes, opened);
      return grafted;
    },
  };
});

afterAll(async () => {
  const all = [...written.values()];
  const step = Math.max(1, all.length / MOST);
  const some = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  expect(await newErrorsIn(some)).toEqual([]);
}, 180_000);
