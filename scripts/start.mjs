/** `npm start`: installs what is missing, builds, and serves the web workbook. */
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
const { buildAll } = await import('./build.mjs');
await buildAll({ only: ['node', 'web'], types: false });
const { serve } = await import('./serve.mjs');
const { url } = await serve({ directory: `${root}dist/web`, port: 4173 });
console.log(`\nStrategic Compass is open at ${url}\nNothing leaves your machine. Stop it with Ctrl+C.`);
