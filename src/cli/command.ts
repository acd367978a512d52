import { parseArgs } from 'node:util';
import type { Io } from './io';
import { columns, painted } from './text';
import { UsageError } from './usage';

/** An option of a command, for its parser and its help. */
export interface Option {
  /** What is behind it: `NAME`, `SHEET!RANGE`; absent for a switch. */
  value?: string;
  short?: string;
  /** May be given more than once. */
  multiple?: boolean;
  help: string;
}

/** What was typed behind a command's name. */
export interface Args {
  /** Everything that is no option: files, names. */
  words: string[];
  text(option: string): string | undefined;
  texts(option: string): string[];
  flag(option: string): boolean;
}

/** One command of `compass`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What is typed behind `compass`: `review FILE.xlsx…`. */
  usage: string;
  /** What else a person has to know. */
  details: string[];
  options: Record<string, Option>;
  examples: string[];
  /** Does the work and gives the exit code. */
  run(args: Args, io: Io): Promise<number>;
}

const HELP: Option = { short: 'h', help: 'show this help' };

/**
 * Reads what was typed behind a command's name.
 *
 * @throws UsageError for an option that the command does not have, or one without its value
 */
export function readArgs(command: Command, argv: string[]): Args {
  const options = Object.entries({ ...command.options, help: HELP }).map(([name, { value, short, multiple }]) => [
    name,
    {
      type: value === undefined ? ('boolean' as const) : ('string' as const),
      ...(short && { short }),
      ...(multiple && { multiple }),
    },
  ]);
  try {
    const parsed = parseArgs({
      args: withNegativeNumbers(argv),
      options: Object.fromEntries(options),
      allowPositionals: true,
    });
    const values: Record<string, unknown> = parsed.values;
    return {
      words: parsed.positionals,
      text: option => values[option] as string | undefined,
      texts: option => (values[option] ?? []) as string[],
      flag: option => values[option] === true,
    };
  } catch (error) {
    throw new UsageError(firstSentence((error as Error).message));
  }
}

/** A command's help page. */
export function helpOf(command: Command, io: Io): string {
  const options = Object.entries({ ...command.options, help: HELP }).map(([name, { value, short, help }]) => [
    `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
    help,
  ]);
  const heading = (text: string) => painted(text, 'bold', io.color);
  return [
    `compass ${command.usage}`,
    '',
    ...command.details.map(line => columns([[line]], io.width, '')),
    '',
    heading('Options'),
    columns(options, io.width),
    '',
    heading('Examples'),
    ...command.examples.map(line => `  ${line}`),
  ].join('\n');
}

/** `--target -5` as `--target=-5`: what begins with a minus is read as an option otherwise. */
function withNegativeNumbers(argv: string[]): string[] {
  return argv.reduce<string[]>((args, arg) => {
    const last = args.at(-1);
    if (/^-\d|^-\.\d/.test(arg) && last?.startsWith('--') && !last.includes('='))
      args[args.length - 1] = `${last}=${arg}`;
    else args.push(arg);
    return args;
  }, []);
}

/** Node's message without its advice on dashes. */
function firstSentence(message: string): string {
  return `${message
    .split('\n')[0]!
    .replace(/\. To .*$/, '')
    .replace(/\.$/, '')}.`;
}
