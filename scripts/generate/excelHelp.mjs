/**
 * @typedef {import('../../src/functions/definition').CellFunction} CellFunction
 */

/** What an error of a function means: Excel shows our own words with #VALUE! and #N/A only. */
const ERRORS = [
  [
    '#VALUE!',
    'Something that was given does not fit: text where a number belongs, a part larger than its whole. Point at the cell: the message says which row.',
  ],
  [
    '#N/A',
    'There is nothing to calculate from: no row has all the figures that are needed. Point at the cell for the message.',
  ],
  ['#DIV/0!', 'There is nothing to divide by: the figure below the line is 0 or blank.'],
  ['#NUM!', 'The figures lead to no number that can be shown, such as one that is too large.'],
  [
    '#NAME?',
    'The add-in is not loaded, or the file comes from another program. Press Repair formulas on the Home tab.',
  ],
  [
    '#SPILL!',
    'The result needs more than one cell, and one of these is taken, or the formula is inside a table. Clear the cells below and to the right, or move the formula out of the table.',
  ],
  ['#BUSY!', 'The add-in is starting. If it stays, press Review on the Home tab.'],
];

const QUESTIONS = [
  [
    'How do I start?',
    'Press Review on the Home tab. In a workbook without KPIs it offers to look through your sheets (Set up from this workbook) or to track the cells that you have selected.',
  ],
  [
    'What leaves my computer?',
    'Nothing. The add-in has no server and no tracking; it calculates inside Excel. What it keeps is on ordinary sheets of your workbook, whose names begin with Compass. It loads its own files and Office.js from Microsoft, and nothing else.',
  ],
  [
    'Which Excel do I need?',
    'Excel for Microsoft 365 on Windows or Mac, Excel on the web, or Excel 2024. Earlier versions that are bought once, such as Excel 2016 and 2019, do not show the add-in; the templates as plain files work there.',
  ],
  [
    'What do colleagues see who do not have the add-in?',
    'All sheets and plain formulas go on working. Cells with COMPASS functions keep their last value until Excel calculates them again; then they show #NAME?.',
  ],
  [
    'It says that a sheet is protected.',
    'Remove the protection (Review, Unprotect Sheet), or ask whoever set it. Nothing was written.',
  ],
  [
    'Dates are four years off, or it says that days are counted from 1904.',
    'The workbook uses the date system of older Macs. Untick "Use 1904 date system" (File, Options, Advanced; on a Mac Settings, Calculation) and add 1,462 to the dates that were typed before.',
  ],
  [
    'How do I get rid of it?',
    'Templates, then Remove Strategic Compass, takes its sheets out of the workbook and leaves the results of its formulas. Excel cannot undo the deletion of a sheet: save a copy first. Then remove the add-in itself under Add-ins.',
  ],
];

/**
 * The page behind Support and Learn more, and behind each function's help in Excel: it works in any browser, without Office.
 *
 * @param {readonly CellFunction[]} functions  the catalogue
 * @returns {string}                           the page
 */
export function helpPage(functions) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Strategic Compass: help</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 0 auto; padding: 1rem; }
dt { margin-top: 1rem; font-weight: 600; }
dd { margin: 0; }
code { overflow-wrap: anywhere; }
h3 { margin-bottom: 0; }
</style>
</head>
<body>
<main>
<h1>Strategic Compass</h1>
<p>An add-in for Excel. It tells where a small business drifts from its own strategy, inside its own workbook.</p>
<h2>Questions</h2>
${definitions(QUESTIONS)}
<h2 id="errors">Errors in cells</h2>
${definitions(ERRORS)}
<h2 id="functions">Functions</h2>
${functions.map(section).join('\n')}
</main>
</body>
</html>
`;
}

/** @param {string[][]} pairs */
function definitions(pairs) {
  const lines = pairs.map(([term = '', text = '']) => `<dt>${escaped(term)}</dt><dd>${escaped(text)}</dd>`);
  return `<dl>\n${lines.join('\n')}\n</dl>`;
}

/** @param {CellFunction} definition */
function section({ name, summary, question, parameters }) {
  const signature = parameters.map(one => (one.optional ? `[${one.name}]` : one.name)).join(', ');
  const items = parameters.map(one => `<li><code>${escaped(one.name)}</code>: ${escaped(one.description)}</li>`);
  return `<section id="${name}">
<h3>${name}</h3>
<p><em>${escaped(question)}</em> ${escaped(summary)}</p>
<p><code>=COMPASS.${name}(${escaped(signature)})</code></p>
<ul>
${items.join('\n')}
</ul>
</section>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
