/**
 * @typedef {import('../../src/functions/definition').CellFunction} CellFunction
 * @typedef {import('../../src/functions/definition').Example} Example
 * @typedef {Pick<typeof import('../../src/functions/help/example'), 'exampleFormula' | 'exampleSheet'>} Examples
 */

const INTRODUCTION = `# Cell functions

Made from the catalogue by \`npm run build\`: change a definition in \`src/functions/\`, not this page.

Type them into any cell: \`=CHURN_RATE(B2:B13,C2:C13)\` in Sheets and in the web workbook, \`=COMPASS.CHURN_RATE(B2:B13,C2:C13)\` in
Excel; where your spreadsheet separates by semicolons, with semicolons. One formula fills a whole column.

- **Blanks.** Where a needed figure is blank the result is blank; a row with a blank is left out of a figure over many rows.
- **Nothing to divide by** is blank in a column and #DIV/0! in a single cell; so is revenue or equity of zero or less where a share of it
  is asked for. A figure over nothing at all is #N/A.
- **Signs.** What compares with a plan or an actual figure divides by its size, so that positive means over, also below zero. A balance or a
  count below zero, and a part that is more than its whole, is #VALUE!; the message names the row. Conversions and lead quality may pass 1.
- **Text** where a number belongs, also a number typed as text, is #VALUE!; the message names the row and what is there.
- **Errors** in a cell come out as they went in.
- **Rates** are fractions (0.05, shown as 5%), scores run from 0 to 100, durations are days.
- **Beside each row.** Growth, year to date, trailing figures and last year's spill a cell beside each of yours, in your order.
- **Without the add-in** a plain formula gives the same, except that it can't refuse: a part beyond its whole, a balance below zero and a
  period as \`days\` come out as they are calculated.
- **By period.** Functions with \`[dates], [by]\` spill a row a day, week, month or quarter: its first day and its figure.
`;

/**
 * The reference of all cell functions.
 *
 * @param {readonly CellFunction[]} functions  the catalogue
 * @param {Examples} examples                  how an example is written
 * @returns          Markdown, the same for the same catalogue
 */
export function functionsPage(functions, examples) {
  const families = [...new Set(functions.map(({ family }) => family))];
  const contents = families.map(family => {
    const names = functions
      .filter(definition => definition.family === family)
      .map(({ name }) => `[${name}](#${name.toLowerCase()})`);
    return `- ${family}: ${names.join(', ')}`;
  });
  const sections = functions.map(definition => section(definition, examples));
  return `${[INTRODUCTION.trim(), contents.join('\n'), ...sections].join('\n\n')}\n`;
}

/** @type {(definition: CellFunction, examples: Examples) => string} */
function section(definition, examples) {
  const { name, summary, question, parameters, result, source, plain, synonyms = [], mistakes = [] } = definition;
  const signature = parameters
    .map(parameter => (parameter.optional ? `[${parameter.name}]` : parameter.name))
    .join(', ');
  return [
    `## ${name}`,
    `*${question}* ${summary}`,
    `\`=${name}(${signature})\``,
    table(['', 'what it is', 'if left out'], parameters.map(row)),
    `Gives: ${result.unit}${result.format ? `, shown as \`${result.format}\`` : ''}.`,
    ...definition.examples.map(example => worked(definition, example, examples)),
    mistakes.length > 0 ? ['Common mistakes:\n', ...mistakes.map(mistake => `- ${mistake}`)].join('\n') : undefined,
    plain && `Without the add-in: \`${plain}\``,
    `Also called: ${synonyms.join(', ')}.`,
    `Source: ${source}.`,
  ]
    .filter(part => part !== undefined)
    .join('\n\n');
}

/** @param {import('../../src/functions/definition').Parameter} parameter */
function row({ name, description, optional, default: fallback }) {
  return [`\`${name}\``, description, optional ? (fallback ?? 'optional') : 'needed'];
}

/**
 * An example as a sheet shows it: its columns, its formula, its result.
 *
 * @type {(definition: CellFunction, example: Example, examples: Examples) => string}
 */
function worked(definition, example, { exampleFormula, exampleSheet }) {
  const { headers, rows, dates, byPeriod } = exampleSheet(definition, example);
  const cells = rows.map((cells, i) => [`**${i + 2}**`, ...cells.map((cell, c) => shown(cell, dates[c]))]);
  const letters = headers.map((_, i) => String.fromCharCode(65 + i));
  const results = Array.isArray(example.result) ? example.result : [[example.result]];
  const result = results.map(line => line.map((cell, c) => shown(cell, byPeriod && c === 0) || 'blank').join(' '));
  return [
    `**${example.title}**`,
    ...(headers.length ? [table(['', ...letters], [['**1**', ...headers], ...cells])] : []),
    `\`${exampleFormula(definition, example, 'univer')}\` gives ${result.join(' · ')} (${example.origin})`,
  ].join('\n\n');
}

/**
 * A cell as text: a date as its day and time, a number to eight digits.
 *
 * @type {(cell: import('../../src/cells/value').Cell | undefined, isDate: boolean | undefined) => string}
 */
function shown(cell, isDate) {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.error;
  if (typeof cell !== 'number') return String(cell);
  if (!isDate) return String(Number(cell.toPrecision(8)));
  const time = new Date(Math.round((cell - 25_569) * 86_400) * 1000).toISOString();
  return Number.isInteger(cell) ? time.slice(0, 10) : time.slice(0, 16).replace('T', ' ');
}

/** @type {(headers: string[], rows: (string | number)[][]) => string} */
function table(headers, rows) {
  /** @type {(cells: (string | number)[]) => string} */
  const line = cells => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}
