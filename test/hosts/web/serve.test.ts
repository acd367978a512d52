import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portOf, serve } from '../../../scripts/serve.mjs';

const outside = mkdtempSync(join(tmpdir(), 'compass-serve-'));
const directory = join(outside, 'web');

/** Asks for a path as it is: fetch would tidy it up. */
function ask(
  url: string,
  path: string,
  method = 'GET',
): Promise<{ status: number; type: string; text: string; csp: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method }, response => {
      let text = '';
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => {
        const header = (name: string) => String(response.headers[name] ?? '');
        resolve({
          status: response.statusCode!,
          type: header('content-type'),
          text,
          csp: header('content-security-policy'),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

beforeAll(() => {
  mkdirSync(directory);
  writeFileSync(join(outside, 'secret.txt'), 'the margin on rye');
  writeFileSync(join(directory, 'index.html'), '<p>bakery</p>');
  writeFileSync(join(directory, 'page.js'), 'flour()');
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe('the server of the web workbook', () => {
  it('serves the page and its scripts by their types, and lets the page ask nobody else', async () => {
    const server = await serve({ directory, port: 0 });
    expect(await ask(server.url, '/')).toMatchObject({
      status: 200,
      text: '<p>bakery</p>',
      type: 'text/html; charset=utf-8',
    });
    expect(await ask(server.url, '/page.js?1')).toMatchObject({
      text: 'flour()',
      type: 'text/javascript; charset=utf-8',
    });
    expect((await ask(server.url, '/')).csp).toMatch(/^default-src 'self'/);
    await server.close();
  });

  it('shows nothing outside its folder, and changes nothing', async () => {
    const server = await serve({ directory, port: 0 });
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/no.js', '/%']) {
      expect(await ask(server.url, path)).toMatchObject({ status: 404, text: 'Not here.' });
    }
    expect((await ask(server.url, '/', 'POST')).status).toBe(405);
    await server.close();
  });

  it('takes the next port where one is taken, and says which', async () => {
    const first = await serve({ directory, port: 0 });
    const taken = Number(new URL(first.url).port);
    const second = await serve({ directory, port: taken });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    expect((await ask(second.url, '/')).status).toBe(200);
    expect(second.url).toBe(`http://localhost:${second.port}`);
    await Promise.all([first.close(), second.close()]);
  });

  it('finds a free port where there is none above', async () => {
    const last = await serve({ directory, port: 65_535 });
    const after = await serve({ directory, port: 65_535 });
    expect((await ask(after.url, '/')).status).toBe(200);
    expect(after.port).not.toBe(65_535);
    await Promise.all([last.close(), after.close()]);
  });
});

describe('PORT', () => {
  it('names the port, and the usual one is used without it', () => {
    expect(portOf('8080')).toEqual({ port: 8080 });
    expect(portOf(' 0 ')).toEqual({ port: 0 });
    for (const nothing of [undefined, '', ' ']) expect(portOf(nothing)).toEqual({ port: 4173 });
  });

  it.each(['web', '80a', '-1', '65536', '80.5', '1e3', '0x50'])('is refused as "%s", in words', value => {
    expect(portOf(value).trouble).toBe(
      `PORT is "${value}", which is not a port: use a whole number from 0 to 65535, such as PORT=8080 npm start.`,
    );
  });
});
