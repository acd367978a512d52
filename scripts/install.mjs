/** Installs what package-lock.json lists, when something of it is missing; so that `npm start` and `npm test` need no step before them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What packages ask of a system: its name, its processor and, on Linux, its C library.
 * @typedef {{ os: string, cpu: string, libc?: string | undefined }} System
 *
 * A package as npm's lock files list it, by its path.
 * @typedef {{ version: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry
 */

/** @type {(file: string) => Record<string, Entry>} */
const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Which C library a Linux runs on, as packages name it; undefined on other systems. */
function cLibrary() {
  if (process.platform !== 'linux') return undefined;
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return header.glibcVersionRuntime ? 'glibc' : 'musl';
}

/** @type {System} */
const thisSystem = { os: process.platform, cpu: process.arch, libc: cLibrary() };

/**
 * Whether npm leaves a package out here without an error: a tool's binary for another system, one that the registry at hand
 * did not have when the lock file was written (it has no checksum then), or a package that nothing needs.
 *
 * @param {Entry} entry
 * @param {System} system
 */
function mayBeAbsent({ optional, integrity, os, cpu, libc }, system) {
  if (!optional) return false;
  const isForThisSystem =
    (!os || os.includes(system.os)) &&
    (!cpu || cpu.includes(system.cpu)) &&
    (!libc || !system.libc || libc.includes(system.libc));
  return !integrity || !isForThisSystem || !(os || cpu || libc);
}

/**
 * Whether node_modules holds what the lock file wants of it on this system, at the versions it names.
 *
 * @param {Record<string, Entry>} wanted                packages of the lock file
 * @param {Record<string, { version: string }>} present  packages in node_modules, as npm noted them
 * @param {System} system
 */
export function holdsEverything(wanted, present, system = thisSystem) {
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (present[path] ? present[path].version === entry.version : mayBeAbsent(entry, system)),
  );
}

/** Whether everything that package-lock.json lists for this system is installed. */
export function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  return existsSync(installed) && holdsEverything(packages(`${root}package-lock.json`), packages(installed));
}

/**
 * Runs npm with its output shown; ends this process with npm's code when npm fails.
 *
 * @param {string[]} args
 */
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
  console.log('Installing what is missing (once, some minutes) …');
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
}
