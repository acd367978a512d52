/**
 * Bundles the sidebar. A host's entry file mounts it (`mountSidebar(element, bridge)` of sidebar/main.tsx); these two
 * functions make of that entry either a script with its style sheet or one page that needs nothing else.
 */
import { build } from 'esbuild';

/**
 * What every bundle of the sidebar has in common.
 *
 * @type {import('esbuild').BuildOptions}
 */
const common = {
  bundle: true,
  platform: 'browser',
  target: 'es2020',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Bundles an entry as an ES module, with the style sheet beside it under the same name.
 *
 * @param {object} options
 * @param {string} options.entry    the host's entry file, which mounts the sidebar
 * @param {string} options.outfile  the script to write, `….js`; the styles go to `….css`
 * @param {boolean} [options.minify]  false keeps names readable
 * @param {Record<string, string>} [options.define]  constants for the entry (esbuild's `define`)
 */
export async function buildSidebarModule({ entry, outfile, minify = true, define = {} }) {
  await build({ ...common, entryPoints: [entry], outfile, format: 'esm', minify, define });
}

/**
 * Bundles an entry into one self-contained page, as Google's `HtmlService.createHtmlOutputFromFile` wants it.
 *
 * @param {object} options
 * @param {string} options.entry    the host's entry file, which mounts the sidebar into the element with id `sidebar`
 * @param {string} [options.title]  the page's title
 * @param {boolean} [options.minify]  false keeps names readable
 * @param {Record<string, string>} [options.define]  constants for the entry (esbuild's `define`)
 * @returns {Promise<string>}       the page's text
 */
export async function sidebarHtml({ entry, title = 'Strategic Compass', minify = true, define = {} }) {
  const result = await build({
    ...common,
    entryPoints: [entry],
    outfile: 'sidebar.js',
    format: 'iife',
    minify,
    define,
    // Google's HtmlService takes `//` inside a template literal for a comment: plain strings instead.
    supported: { 'template-literal': false },
    write: false,
  });
  /** @type {(end: string) => string} */
  const text = end => result.outputFiles.find(file => file.path.endsWith(end))?.text ?? '';
  // Neither may close its own element early.
  const script = text('.js').replaceAll('</script', '<\\/script');
  const style = text('.css').replaceAll('</style', '<\\/style');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main id="sidebar"></main>
<script>${script}</script>
</body>
</html>
`;
}
