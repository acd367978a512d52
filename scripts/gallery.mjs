/**
 * `npm run gallery`: every state of the sidebar on one page, dist/gallery.html, with what the core makes of workbooks; open it in a
 * browser, in light and dark, wide and narrow. Some of its pictures are compared by test/gallery/pictures.test.ts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { sidebarHtml } from './sidebar.mjs';

/** @returns {Promise<string>} the page's text */
export function galleryHtml() {
  return sidebarHtml({ entry: `${root}test/gallery/page.ts`, title: 'Gallery' });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(`${root}dist/gallery.html`, await galleryHtml());
  console.log('Every state of the sidebar is in dist/gallery.html: open it in a browser.');
}
