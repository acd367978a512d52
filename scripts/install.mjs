/** Installs what package-lock.json lists, when something of it is missing; so that `npm start` and `npm test` need no step before them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds every package of the lock file at its version; optional ones may be absent. */
export function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const wanted = packages(`${root}package-lock.json`);
  const present = packages(installed);
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (present[path] ? present[path].version === entry.version : Boolean(entry.optional)),
  );
}

/** Runs npm with its output shown; ends this process with npm's code when npm fails. */
export function npm(...args) {
  const { status, error } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error(`\nnpm ${args.join(' ')} did not work${error ? `: ${error.message}` : ''}.`);
    process.exit(status || 1);
  }
}

export function installWhatIsMissing() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    console.error(`Strategic Compass needs Node.js 20 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.log('Installing what is missing (once, about a minute) …');
  // Not `npm ci`: it refuses a lock file that leaves out the tools' binaries for other systems, and some of them are not to be had.
  npm('install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error');
}
