import { functions } from '../../functions/catalogue';
import type { CellFunction, Example } from '../../functions/definition';
import { searchFunctions } from '../../functions/help/search';
import type { Args, Command } from '../command';
import type { Io } from '../io';
import { columns, painted, wrapped } from '../text';
import { UsageError } from '../usage';

export const functionsCommand: Command = {
  name: 'functions',
  summary: 'list the cell functions, or explain one',
  usage: 'functions [NAME or words]',
  details: [
    'The functions work in any cell once the add-in is installed: =CHURN_RATE(5,100) in Sheets, =COMPASS.CHURN_RATE(5,100) in Excel.',
  ],
  options: {},
  examples: ['compass functions', 'compass functions CHURN_RATE', 'compass functions lost customers'],
  run: showFunctions,
};

async function showFunctions(args: Args, io: Io): Promise<number> {
  const wanted = args.words.join(' ');
  const exact = functions.find(({ name }) => name === wanted.toUpperCase());
  const found = exact ? [exact] : searchFunctions(wanted);
  if (found.length === 0) throw new UsageError(`No function matches '${wanted}'; compass functions lists them all.`);
  io.out(found.length === 1 ? pageOf(found[0]!, io) : listOf(found, io));
  return 0;
}

function listOf(found: CellFunction[], io: Io): string {
  const families = [...new Set(found.map(({ family }) => family))];
  const rows = families.flatMap(family => [
    [family],
    ...found.filter(each => each.family === family).map(({ name, summary }) => [`  ${name}`, summary]),
  ]);
  return columns(rows, io.width, '');
}

function pageOf(definition: CellFunction, io: Io): string {
  const { name, question, parameters, result, examples, source, plain } = definition;
  const signature = parameters
    .map(({ name: parameter, optional }) => (optional ? `[${parameter}]` : parameter))
    .join(', ');
  return [
    painted(`${name}(${signature})`, 'bold', io.color),
    wrapped(question, io.width),
    '',
    columns(
      parameters.map(({ name: parameter, description }) => [parameter, description]),
      io.width,
    ),
    '',
    `  Result: ${result.unit || result.type}`,
    ...(plain ? [wrapped(`Without the add-in: ${plain}`, io.width, '    ', '  ')] : []),
    wrapped(`Source: ${source}`, io.width, '    ', '  '),
    '',
    ...examples.flatMap(example => [
      wrapped(example.title, io.width, '  '),
      wrapped(callOf(name, example), io.width, '      ', '    '),
    ]),
  ].join('\n');
}

function callOf(name: string, { arguments: args, result }: Example): string {
  return `=${name}(${args.map(shown).join(', ')}) gives ${shown(result)}`;
}

/** A cell or a grid as a formula would hold it. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(row => (row as unknown[]).map(shown).join(', ')).join('; ')}}`;
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error);
  return value === null || value === undefined ? '' : String(value);
}
