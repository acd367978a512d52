import { version } from '../../package.json';
import { type Command, helpOf, readArgs } from './command';
import { checkCommand } from './commands/check';
import { discoverCommand } from './commands/discover';
import { explain } from './commands/explain';
import { extendCommand } from './commands/extend';
import { functionsCommand } from './commands/functions';
import { installCommand } from './commands/install';
import { linkCommand } from './commands/link';
import { removeCommand } from './commands/remove';
import { reviewCommand } from './commands/review';
import { sampleCommand } from './commands/sample';
import { templatesCommand } from './commands/templates';
import { trackCommand } from './commands/track';
import { upgradeCommand } from './commands/upgrade';
import type { Io } from './io';
import { columns, painted } from './text';
import { UsageError } from './usage';

const COMMANDS = [
  discoverCommand,
  trackCommand,
  reviewCommand,
  extendCommand,
  checkCommand,
  linkCommand,
  installCommand,
  removeCommand,
  upgradeCommand,
  templatesCommand,
  sampleCommand,
  functionsCommand,
];

/**
 * Runs `compass`.
 *
 * @param argv  what was typed behind `compass`
 * @param io    where it writes and what day it is
 * @returns     the exit code: 1 where a review found an adverse alert that is new or open, 2 for wrong use or any failure, else 0
 */
export async function run(argv: string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-v') {
    io.out(version);
    return 0;
  }
  const command = COMMANDS.find(each => each.name === (name === 'help' ? rest[0] : name));
  if (command && name !== 'help') return runCommand(command, rest, io);
  if (command || name === 'help' || name === '--help' || name === '-h') {
    io.out(command ? helpOf(command, io) : overview(io));
    return 0;
  }
  if (name === undefined) io.err(overview(io));
  else io.err(`compass has no command '${name}'. Commands: ${COMMANDS.map(each => each.name).join(', ')}.`);
  return 2;
}

async function runCommand(command: Command, argv: string[], io: Io): Promise<number> {
  try {
    const args = readArgs(command, argv);
    if (!args.flag('help')) return await command.run(args, io);
    io.out(helpOf(command, io));
    return 0;
  } catch (error) {
    const hint = error instanceof UsageError ? ` See: compass ${command.name} --help` : '';
    io.err(`compass ${command.name}: ${explain(error)}${hint}`);
    return 2;
  }
}

function overview(io: Io): string {
  return [
    painted('compass COMMAND', 'bold', io.color),
    '',
    'Shows where a small business drifts from its own strategy, using the spreadsheets it already keeps.',
    '',
    columns(
      COMMANDS.map(({ name, summary }) => [name, summary]),
      io.width,
    ),
    '',
    'Type compass COMMAND --help for more, compass --version for the version.',
  ].join('\n');
}
