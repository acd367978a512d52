import { createHash } from 'node:crypto';
import { newErrorsIn, type Written } from './officeValidator';

/**
 * Holds the files that the tests of a suite write against Microsoft's validator: none has an error that its input had not.
 * It listens at the two doors through which every .xlsx file leaves, so that no test has to think of it. Of a suite that
 * writes many files, as a property does, only some are judged: a second a file is dear.
 */
const MOST = 8;
const written = new Map<string, Written>();

/** Keeps a file for the judge, once. */
function keep(after: Uint8Array, before?: Uint8Array): void {
  const key = createHash('sha256').update(after).digest('hex');
  if (!written.has(key))
    written.set(key, { name: expect.getState().currentTestName ?? '', after, ...(before && { before }) });
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

afterAll(async () => {
  const all = [...written.values()];
  const step = Math.max(1, all.length / MOST);
  const some = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  expect(await newErrorsIn(some)).toEqual([]);
}, 180_000);
