/** A static server for the web workbook: this machine only, no dependencies. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

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

/** The browser itself keeps the page from asking anybody else for anything; Univer's styles stand in its elements. */
const headers = {
  'Content-Security-Policy': "default-src 'self' 'unsafe-inline' data: blob:",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/** The file a request asks for, inside the directory; undefined where there is none. */
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

/**
 * Serves a directory on 127.0.0.1.
 *
 * @param {{ directory: string, port: number }} options  port 0 for any; a port that is taken gives way to the next
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
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
  for (let attempt = port; ; attempt++) {
    try {
      await listen(server, attempt);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || attempt >= port + 100) throw error;
    }
  }
  return {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
