const { readFileSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes a suite minutes: every template, a browser, LibreOffice. */
const LONG = /\btemplates(\.map|\)\(|\) \{)|\blaunchBrowser\b|\bsavedByLibreOffice\b/;

/**
 * Begins with the suites that take longest, so that at the end no worker waits for another. Where jest does not know how
 * long each took, as in a fresh clone, it goes by the size of the file, and the longest have little to say.
 */
module.exports = class LongestFirst extends Sequencer {
  /**
   * @override
   * @param {import('@jest/test-result').Test[]} tests
   */
  async sort(tests) {
    const inOrder = await super.sort(tests);
    /** @param {{ path: string }} test */
    const isLong = ({ path }) => LONG.test(readFileSync(path, 'utf8'));
    return [...inOrder.filter(isLong), ...inOrder.filter(test => !isLong(test))];
  }
};
