/** `npm start`: installs what is missing, builds, and serves the web workbook, on PORT if the environment names one. */
import { installWhatIsMissing, root } from './install.mjs';
import { portOf, serve } from './serve.mjs';

/** @type {(message: string) => never} */
const fail = message => {
  console.error(message);
  process.exit(1);
};

// Before the build: nobody should wait for it to read that PORT is wrong.
const { port, trouble } = portOf(process.env.PORT);
if (trouble) fail(trouble);

installWhatIsMissing();
const { buildAll } = await import('./build.mjs');
await buildAll({ only: ['node', 'web'], types: false });
const server = await serve({ directory: `${root}dist/web`, port }).catch(({ message }) => fail(message));
if (port !== 0 && server.port !== port) console.log(`\nPort ${port} is taken; using ${server.port} instead.`);
console.log(`\nStrategic Compass is open at ${server.url}\nNothing leaves your machine. Press Ctrl+C to stop it.`);
