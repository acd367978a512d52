/**
 * @typedef {import('../../src/templates/template').Template} Template
 * @typedef {import('../../src/templates/template').TemplateKpi} TemplateKpi
 */

const INTRODUCTION = `# Templates

Made from \`templates/\` by \`npm run build\`: change a template's file there, not this page. The pictures are made by \`npm run pictures\`.

\`compass install bakery client.xlsx -o client-kpis.xlsx\`, or *Templates* in the sidebar: with sample figures to look around, empty to
type into, or fed by cells that the workbook has already. All formulas are plain ones, so that the sheets work in Excel,
LibreOffice and Sheets for colleagues who have no add-in too. Installed from the sidebar, the dashboard's *Change* calls \`KPI_VERDICTS\`:
it says the review's own verdict and since when, and where the add-in is missing what plain formulas can tell. Every target is an example: replace it by your own.

\`npm run build\` makes each of them as a file that needs nothing else, empty and ready to type into: \`dist/templates/bakery.xlsx\`
and so on, named as below.
`;

const CADENCE = { day: 'a day', week: 'a week', month: 'a month', quarter: 'a quarter' };
const BETTER = { higher: 'at least', lower: 'at most' };

/**
 * The reference of all templates.
 *
 * @param {readonly Template[]} templates       the catalogue
 * @param {Record<string, string[]>} found      what the review of its sample finds, in headlines, by the id of the template
 * @returns          Markdown, the same for the same catalogue
 */
export function templatesPage(templates, found) {
  const contents = table(
    ['', 'for', 'to type'],
    templates.map(({ id, name, trades, minutes, cadence }) => [
      `[${name}](#${id})`,
      trades.join(', '),
      `${minutes} minutes ${CADENCE[cadence]}`,
    ]),
  );
  return `${[INTRODUCTION.trim(), contents, usualValues(templates), ...templates.map(template => section(template, found[template.id] ?? []))].join('\n\n')}\n`;
}

/** What is usual in each trade, and who says so, beside our examples. @type {(templates: readonly Template[]) => string} */
function usualValues(templates) {
  const rows = templates.flatMap(template =>
    template.kpis.flatMap(kpi => (kpi.usual ? [[template.name, kpi.name, targetOf(template, kpi), kpi.usual]] : [])),
  );
  return `## Usual values\n\nWhere a trade has figures that it measures itself by:\n\n${table(['', 'KPI', 'our example', 'usual, and whose figure it is'], rows)}`;
}

/** @type {(template: Template, found: string[]) => string} */
function section(template, found) {
  const { id, name, summary, source, minutes, cadence, kpis, strategy } = template;
  return [
    `<a id="${id}"></a>\n\n## ${name}`,
    `${summary} As a file: \`dist/templates/${id}.xlsx\`.`,
    `![The template ${name} with its sample figures](images/templates/${id}.png)`,
    table(
      ['KPI', 'business function', 'example target', 'what it says'],
      kpis.map(kpi => [
        kpi.name,
        kpi.function,
        targetOf(template, kpi),
        (kpi.note ?? '').replace(/ Example (target|band)\b.*$/, ''),
      ]),
    ),
    `**To be typed ${CADENCE[cadence].replace('a ', 'each ')}**, about ${minutes} minutes:\n\n${inputs(template)}`,
    `**Goals**: ${strategy.goals.map(goal => `${goal.name} (${goal.why})`).join(' · ')}`,
    `**In its sample the review finds**:\n\n${found.map(headline => `- ${headline}`).join('\n')}`,
    `**Sources**: ${source}`,
  ].join('\n\n');
}

/**
 * What the owner types, sheet by sheet.
 *
 * @param {Template} template
 */
function inputs({ sheets }) {
  return sheets
    .flatMap(({ name, blocks }) => {
      const cells = blocks.flatMap(block => [
        ...labelsOf(block)
          .filter(({ formula }) => formula === undefined)
          .map(({ label }) => label),
        ...columnsOf(block)
          .filter(({ sample, keep }) => sample !== undefined && !keep)
          .map(({ header }) => header),
      ]);
      return cells.length > 0 ? [`- *${name}*: ${cells.join(', ')}`] : [];
    })
    .join('\n');
}

/** @param {import('../../src/templates/template').TemplateBlock} block */
const labelsOf = block => ('labels' in block ? block.labels : []);
/** @param {import('../../src/templates/template').TemplateBlock} block */
const columnsOf = block => ('columns' in block ? block.columns : []);

/** @type {(template: Template, kpi: TemplateKpi) => string} */
function targetOf({ sheets, strategy }, { column, better, target, low, high, unit }) {
  const columns = sheets.flatMap(({ blocks }) => blocks.flatMap(columnsOf));
  const format = columns.find(({ id }) => id === column)?.format ?? 'General';
  /** @type {(value: number | undefined) => string} */
  const figure = (value = Number.NaN) => shown(value, format, unit ?? (format.includes('¤') ? strategy.currency : ''));
  return better === 'in range' ? `${figure(low)} to ${figure(high)}` : `${BETTER[better]} ${figure(target)}`;
}

/**
 * A figure as its column shows it.
 *
 * @type {(value: number, format: string, unit: string) => string}
 */
function shown(value, format, unit) {
  const isShare = format.includes('%');
  const text = Number((isShare ? value * 100 : value).toPrecision(8)).toLocaleString('en-GB');
  return isShare ? `${text} %` : `${text} ${unit}`.trim();
}

/** @type {(headers: string[], rows: (string | number)[][]) => string} */
function table(headers, rows) {
  /** @type {(cells: (string | number)[]) => string} */
  const line = cells => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}
