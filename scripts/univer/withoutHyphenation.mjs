/**
 * Univer's text layout brings hyphenation patterns of seventy languages, 5 MB that a grid never loads. They are left out;
 * English stays, as it is part of the layout itself.
 *
 * @type {import('esbuild').Plugin}
 */
export const withoutHyphenation = {
  name: 'without hyphenation',
  setup(context) {
    const pattern = /^\.\/[a-z]{2,3}(-[a-z0-9]+)*-[\w-]{8}\.js$/;
    context.onResolve({ filter: pattern }, ({ importer, kind }) =>
      kind === 'dynamic-import' && importer.includes('engine-render')
        ? { path: 'none', namespace: 'hyphenation' }
        : undefined,
    );
    context.onLoad({ filter: /.*/, namespace: 'hyphenation' }, () => ({ contents: 'export default undefined;' }));
  },
};
