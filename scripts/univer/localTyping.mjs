import { root } from '../install.mjs';

const ours = JSON.stringify(`${root}src/hosts/web/locale/reading.ts`);

/** The example of a function's help. */
const HELP = `\`\${functionInfo.functionName}(\${functionInfo.functionParameter.map((item) => item.example).join(",")})\``;

/**
 * What is typed into the page is read in the workbook's locale: our reading comes before Univer's, which remains for the worker
 * that calculates.
 *
 * @type {import('./univer.mjs').Changes}
 */
export const localTyping = {
  // The one function by which Univer makes numbers of typed and pasted text, always as Americans write them.
  core: {
    imports: `{ readHere } from ${ours}`,
    changes: [
      [
        'const getNumfmtParseValueFilter = (value) => {',
        'const getNumfmtParseValueFilter = (value) => {\n\tconst here = readHere(value);\n\tif (here !== void 0) return here;',
        1,
      ],
    ],
  },
  // What its help on functions, and a click on a second cell, put between arguments; behind what a click gives a reference.
  'sheets-formula-ui': {
    imports: `{ formulaHere, separatorHere } from ${ours}`,
    changes: [
      ['i === value.length - 1 ? "" : ","]', 'i === value.length - 1 ? "" : separatorHere()]', 2],
      [
        'char && matchRefDrawToken(char) && (!nextChar ||',
        'char && (matchRefDrawToken(char) || char === separatorHere()) && (!nextChar || nextChar === separatorHere() ||',
        1,
      ],
      [HELP, `formulaHere(${HELP})`, 2],
      [
        `isPreNodeRef ? "," : ""}\${theLastList.join(",")}`,
        `isPreNodeRef ? separatorHere() : ""}\${theLastList.join(separatorHere())}`,
        1,
      ],
    ],
  },
};
