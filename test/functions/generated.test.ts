import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'acorn';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { functionsJson } from '../../scripts/generate/functionsJson.mjs';
import { functionsPage } from '../../scripts/generate/functionsPage.mjs';
import { googleStubs } from '../../scripts/generate/googleStubs.mjs';
import { parseFormula } from '../../src/cells/parseFormula';
import { functions } from '../../src/functions/catalogue';
import type { CellFunction } from '../../src/functions/definition';
import { exampleFormula, exampleSheet } from '../../src/functions/help/example';
import { templates } from '../../src/templates/catalogue';

const examples = { exampleFormula, exampleSheet };

describe('the stubs for Sheets', () => {
  const stubs = googleStubs(functions);

  test('are one top-level function a definition, with its own parameter names', () => {
    const { body } = parse(stubs, { ecmaVersion: 2020, sourceType: 'script' });
    const seen = body.map(node => {
      if (node.type !== 'FunctionDeclaration') throw new Error(`${node.type} among the stubs`);
      return [node.id.name, ...node.params.map(param => (param.type === 'Identifier' ? param.name : '?'))];
    });
    expect(seen).toEqual(functions.map(({ name, parameters }) => [name, ...parameters.map(p => p.name)]));
  });

  test('hand all arguments to the bundle', () => {
    const calls: unknown[] = [];
    const Compass_ = { call: (name: string, given: IArguments) => calls.push([name, ...given]) };
    new Function('Compass_', `${stubs}\nCHURN_RATE(5, 100); NPS([[9]]);`)(Compass_);
    expect(calls).toEqual([
      ['CHURN_RATE', 5, 100],
      ['NPS', [[9]]],
    ]);
  });

  test('carry the help that Sheets shows, one line a parameter, with what may be left out said in words', () => {
    expect(stubs).toContain(`
/**
 * Share of the customers at the start of a period who left during it.
 * @param {number} lost customers lost in the period, of those who were there at its start
 * @param {number} at_start customers at the start of the period
 * @customfunction
 */
function CHURN_RATE(lost, at_start) { return Compass_.call("CHURN_RATE", arguments) }
`);
    expect(stubs).toContain(' * @param {string} by optional, month if left out: the length of a period');
    expect(stubs.match(/@customfunction/g)).toHaveLength(functions.length);
  });
});

/** A function of the catalogue as a person would write it for Microsoft's generator: matrices in and out, the words as JSDoc. */
function excelStub({ name, summary, parameters }: CellFunction): string {
  const lines = parameters.map(({ name, description, optional, default: fallback }) => {
    const words = fallback === undefined ? description : `${description}; ${fallback} if left out`;
    return ` * @param {any[][]} ${optional ? `[${name}]` : name} ${words}\n`;
  });
  return `/**
 * ${summary}
 * @customfunction
${lines.join('')} * @returns {any[][]}
 */
function ${name}(${parameters.map(({ name }) => name).join(', ')}) {}
`;
}

describe("Excel's functions.json", () => {
  const json = functionsJson(functions);

  test("is what Microsoft's own generator makes of stubs of the same functions, but for letting errors in", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compass-metadata-'));
    const stubs = join(folder, 'functions.js');
    writeFileSync(stubs, functions.map(excelStub).join('\n'));
    const { metadataJson, errors } = await generateCustomFunctionsMetadata(stubs);
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
    const { allowErrorForDataTypeAny, ...rest } = json;
    expect(allowErrorForDataTypeAny).toBe(true);
    expect(JSON.parse(metadataJson)).toEqual(rest);
  });

  test('has names and ids that Excel takes', () => {
    for (const { id, name, description } of json.functions) {
      expect(id).toMatch(/^[A-Z0-9_.]+$/);
      expect(name).toBe(id);
      expect(description.length).toBeLessThanOrEqual(255);
    }
  });
});

describe('the reference page', () => {
  const page = functionsPage(functions, examples);

  test('is the same every time', () => {
    expect(functionsPage(functions, examples)).toBe(page);
  });

  test('shows an example as it would stand in a sheet', () => {
    expect(page).toContain('`=CHURN_RATE(5,100)` gives 0.05 (by hand: 5 / 100)');
    expect(page).toContain(`|  | A | B |
| --- | --- | --- |
| **1** | lost | at_start |
| **2** | 12 | 400 |
| **3** | 9 | 450 |
| **4** | 0 | 0 |

\`=CHURN_RATE(A2:A4,B2:B4)\` gives 0.03 · 0.02 · blank`);
    expect(page).toContain('gives 2026-01-01 1 · 2026-02-01 0.33333333');
    expect(page).toContain('| **2** | 2026-01-09 12:00 | 2026-01-12 12:00 |');
  });

  test('has a section for every function, linked from its contents, with formulas that can be read', () => {
    for (const { name } of functions) {
      expect(page).toContain(`\n## ${name}\n`);
      expect(page).toContain(`[${name}](#${name.toLowerCase()})`);
    }
    for (const [, formula] of page.matchAll(/^`(=[A-Z_0-9]+\([^[\]`]*\))` gives/gm))
      expect(() => parseFormula(formula!)).not.toThrow();
  });

  test('has whole tables only: as many cells in every row as in its head', () => {
    for (const table of page.split('\n\n').filter(part => part.startsWith('|'))) {
      const widths = table
        .trim()
        .split('\n')
        .map(line => line.match(/(?<!\\)\|/g)!.length);
      expect(new Set(widths).size).toBe(1);
    }
  });
});

test('the README counts functions and templates as they are', () => {
  const readme = readFileSync('README.md', 'utf8');
  const named = readme.match(/\*\*Functions in any cell\.\*\*(.*) and (\d+) more/)!;
  expect(named[1]!.match(/`=/g)!.length + Number(named[2])).toBe(functions.length);
  expect(Number(readme.match(/\*\*Templates\.\*\* (\d+) of them/)![1])).toBe(templates.length);
});
