/** A static server for the web workbook: this machine only, no dependencies. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The browser itself keeps the page from asking anybody else for anything; Univer's styles are in its elements. */
const headers = {
  'Content-Security-Policy': "default-src 'self' 'unsafe-inline' data: blob:",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/**
 * The file a request asks for, inside the directory; undefined where there is none.
 *
 * @param {string} directory
 * @param {string} url
 */
function fileFor(directory, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  const file = normalize(join(directory, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(normalize(directory + sep))) return undefined;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { file, size: found.size } : undefined;
}

/** Where the page is served unless the environment says otherwise. */
const USUAL_PORT = 4173;
const LAST_PORT = 65_535;

/**
 * The port that the environment asks for.
 *
 * @param {string | undefined} value  PORT as the environment holds it; 0 for any free one, nothing for the usual one
 * @returns {{ port: number, trouble?: string }}  the port, and what is wrong with the value
 */
export function portOf(value) {
  const text = (value ?? '').trim();
  if (text === '') return { port: USUAL_PORT };
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LAST_PORT) return { port };
  return {
    port: USUAL_PORT,
    trouble: `PORT is "${text}", which is not a port: use a whole number from 0 to ${LAST_PORT}, such as PORT=8080 npm start.`,
  };
}

/**
 * Serves a directory on 127.0.0.1.
 *
 * @param {{ directory: string, port: number }} options  port 0 for any; where it is taken, the next free one is used
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws where this user may not open the port, with a message that says so
 */
export async function serve({ directory, port }) {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const found = fileFor(directory, request.url ?? '/');
    if (!found) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not here.');
      return;
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': types[extname(found.file)] ?? 'application/octet-stream',
      'Content-Length': found.size,
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).pipe(response);
  });
  await listenNear(server, port);
  const { port: opened } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${opened}`,
    port: opened,
    close: () =>
      new Promise(
        /** @param {(value: void) => void} resolve */ resolve => {
          server.close(() => resolve());
          server.closeAllConnections();
        },
      ),
  };
}

/**
 * Listens on a port, else on the next free one; after a hundred, or past the last, on any.
 *
 * @param {import('node:http').Server} server
 * @param {number} port
 */
async function listenNear(server, port) {
  for (let attempt = port; ; attempt++) {
    try {
      return await listen(server, attempt > LAST_PORT || attempt > port + 100 ? 0 : attempt);
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EACCES')
        throw new Error(
          `Port ${attempt} may only be opened by an administrator: use one above 1023, such as PORT=8080.`,
        );
      if (code !== 'EADDRINUSE') throw error;
    }
  }
}

/** @type {(server: import('node:http').Server, port: number) => Promise<void>} */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
