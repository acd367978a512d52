/**
 * `npm run lock`: writes package-lock.json from package.json alone, in an empty folder, so that it holds the tools' binaries for
 * every system and not only for the one it was made on; `npm ci` then works everywhere.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

/** @typedef {import('./install.mjs').Entry & { dev?: boolean, optionalDependencies?: Record<string, string> }} Entry */

/**
 * What a binary's package is for, from the end of its name: `…-darwin-arm64`.
 *
 * @param {string} name
 */
function system(name) {
  const [, os, cpu] = /-(darwin|linux|win32)-(arm64|x64)$/.exec(name) ?? [];
  return os && cpu ? { os: [os], cpu: [cpu] } : undefined;
}

/**
 * Adds what a package names as an optional dependency of another system and the registry at hand does not keep: `npm ci` asks
 * that every name is in the lock, and installs those of its own system only.
 *
 * @param {{ packages: Record<string, Entry> }} lock
 */
export function withEverySystem(lock) {
  /** @type {Record<string, Entry>} */
  const packages = { ...lock.packages };
  for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`;
      const target = system(name);
      if (packages[path] || !target || !/^\d+\.\d+\.\d+$/.test(version)) continue;
      packages[path] = { version, cpu: target.cpu, dev: true, optional: true, os: target.os };
    }
  }
  const ordered = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return { ...lock, packages: ordered };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = mkdtempSync(join(tmpdir(), 'compass-lock-'));
  try {
    for (const file of ['package.json', '.npmrc']) copyFileSync(`${root}${file}`, join(folder, file));
    const { status } = spawnSync(
      'npm',
      ['install', '--package-lock-only', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: folder,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      },
    );
    if (status !== 0) process.exit(status ?? 1);
    const lock = withEverySystem(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')));
    writeFileSync(`${root}package-lock.json`, `${JSON.stringify({ ...lock, name: 'strategic-compass' }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
