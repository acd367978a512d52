import { readFile } from 'node:fs/promises';
import { root } from './install.mjs';
import { withPlainFields } from './plainFields.mjs';

const ours = JSON.stringify(`${root}src/hosts/web/locale/reading.ts`);

/** The example of a function's help. */
const HELP = `\`\${functionInfo.functionName}(\${functionInfo.functionParameter.map((item) => item.example).join(",")})\``;

/**
 * What is changed in a module of Univer 0.25.1: each text, what it becomes, and how often it occurs.
 *
 * @type {Record<string, { imports: string, changes: [from: string, to: string, times: number][] }>}
 */
const MODULES = {
  // The one function by which Univer makes numbers of typed and pasted text, always as Americans write them.
  core: {
    imports: 'readHere',
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
    imports: 'formulaHere, separatorHere',
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

/**
 * What is typed into the page is read in the workbook's locale: our reading comes before Univer's, which remains for the worker
 * that calculates. A module is loaded by one plugin only: this one comes before `plainFields`, and does its work too.
 *
 * @type {import('esbuild').Plugin}
 */
export const localTyping = {
  name: 'local typing',
  setup(context) {
    for (const [name, { imports, changes }] of Object.entries(MODULES)) {
      const filter = new RegExp(`@univerjs[\\\\/]${name}[\\\\/]lib[\\\\/]es[\\\\/]index\\.js$`);
      context.onLoad({ filter }, async ({ path }) => {
        let contents = withPlainFields(await readFile(path, 'utf8'));
        for (const [from, to, times] of changes) {
          const parts = contents.split(from);
          if (parts.length !== times + 1)
            throw new Error(`'${from}' is ${parts.length - 1} times in Univer's ${name}.`);
          contents = parts.join(to);
        }
        return { contents: `import { ${imports} } from ${ours};\n${contents}` };
      });
    }
  },
};
