import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdsEverything } from '../../scripts/install.mjs';
import { withEverySystem } from '../../scripts/lock.mjs';

interface Entry {
  version: string;
  integrity?: string;
  resolved?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
const packages: Record<string, Entry> = JSON.parse(text).packages;

/** Where a package finds one that it names: beside its own dependencies, or in a folder above. */
function found(from: string, name: string): Entry | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const entry = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (entry || !folder) return entry;
  }
}

describe('package-lock.json', () => {
  it('holds every package for another system that the metadata of a package names', () => {
    const named = Object.entries(packages).flatMap(([path, entry]) => {
      const metadata = join(root, path, 'package.json');
      const installed: Entry = existsSync(metadata) ? JSON.parse(readFileSync(metadata, 'utf8')) : entry;
      const names = Object.keys({ ...entry.optionalDependencies, ...installed.optionalDependencies });
      return names.map(name => ({ path, name }));
    });
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ path, name }) => !found(path, name)).map(({ path, name }) => `${path}: ${name}`)).toEqual(
      [],
    );
  });

  it('names no address of a registry', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
  });

  // What npm itself would install there; it reads the lock file alone and asks nobody.
  it.each([
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['linux', 'x64'],
  ])('lets npm ci bring the binaries of every tool on %s, %s', (os, cpu) => {
    const folder = mkdtempSync(join(tmpdir(), 'compass-ci-'));
    try {
      for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(root, file), join(folder, file));
      const options = [
        '--dry-run',
        '--offline',
        '--no-audit',
        '--no-fund',
        '--os',
        os,
        '--cpu',
        cpu,
        '--libc',
        'glibc',
      ];
      const { status, stdout, stderr } = spawnSync('npm', ['ci', ...options], {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      expect({ status, stderr }).toMatchObject({ status: 0 });
      const binaries = [...stdout.matchAll(/^add (\S+) /gm)].map(([, name]) => name!);
      for (const tool of ['@biomejs/cli', '@esbuild/', '@parcel/watcher', '@swc/core', '@unrs/resolver-binding'])
        expect(binaries.filter(name => name.startsWith(tool) && name.includes(`${os}-${cpu}`))).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('writing the lock file', () => {
  it('adds the binaries that a package names and the registry at hand does not have', () => {
    const names = { 'tool-darwin-arm64': '1.2.3', 'tool-win32-x64': '1.2.3', 'tool-linux-x64': '1.2.3', fast: '1.0.0' };
    const here = { version: '1.2.3', integrity: 'sha512-x', os: ['linux'], cpu: ['x64'], optional: true };
    const lock = {
      packages: {
        'node_modules/tool': { version: '1.2.3', optionalDependencies: names },
        'node_modules/tool-linux-x64': here,
      },
    };
    const written: Record<string, Partial<Entry>> = withEverySystem(lock).packages;
    expect(written['node_modules/tool-darwin-arm64']).toMatchObject({ os: ['darwin'], cpu: ['arm64'], optional: true });
    expect(written['node_modules/tool-win32-x64']).toMatchObject({ os: ['win32'], cpu: ['x64'], version: '1.2.3' });
    expect(written['node_modules/tool-linux-x64']).toBe(here);
    expect(written['node_modules/fast']).toBeUndefined();
  });
});

describe('whether everything is installed', () => {
  const mac = { os: 'darwin', cpu: 'arm64', libc: undefined };
  const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };
  const binary = (os: string, cpu: string, more: Partial<Entry> = {}): Entry => ({
    version: '1.0.0',
    integrity: 'sha512-x',
    optional: true,
    os: [os],
    cpu: [cpu],
    ...more,
  });
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/tool': { version: '1.0.0', integrity: 'sha512-x' },
    'node_modules/tool-darwin-arm64': binary('darwin', 'arm64'),
    'node_modules/tool-linux-x64': binary('linux', 'x64', { libc: ['glibc'] }),
    'node_modules/tool-linux-x64-musl': binary('linux', 'x64', { libc: ['musl'] }),
  };
  const only = (...names: string[]) =>
    Object.fromEntries(names.map(name => [`node_modules/${name}`, { version: '1.0.0' }]));

  it('asks for this system, not for others', () => {
    expect(holdsEverything(wanted, only('tool', 'tool-linux-x64'), linux)).toBe(true);
    expect(holdsEverything(wanted, only('tool', 'tool-darwin-arm64'), mac)).toBe(true);
  });

  it('sees a folder that was copied from another system, and one of an older lock file', () => {
    expect(holdsEverything(wanted, only('tool', 'tool-linux-x64'), mac)).toBe(false);
    expect(holdsEverything(wanted, only('tool', 'tool-linux-x64-musl'), linux)).toBe(false);
    expect(holdsEverything(wanted, only('tool-linux-x64'), linux)).toBe(false);
    expect(
      holdsEverything(wanted, { ...only('tool-linux-x64'), 'node_modules/tool': { version: '0.9.0' } }, linux),
    ).toBe(false);
  });

  it('does not ask again and again for a binary that the registry does not have', () => {
    const missing = { 'node_modules/validator-darwin-arm64': binary('darwin', 'arm64', { integrity: undefined }) };
    expect(holdsEverything(missing, {}, mac)).toBe(true);
  });
});
