import { terminal } from './io';
import { run } from './run';

// A reader that stops early, as `head` does, ends the command and is no failure of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run(process.argv.slice(2), terminal());
