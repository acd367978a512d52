/**
 * Univer's classes define each field by `Object.defineProperty`, as its compiler writes them for old browsers: 30 % of the
 * time of a calculation. They become assignments. These come to the same unless a class inherits a setter of a field's name;
 * in 0.25.1 `parent`, `cursor`, `zIndex` and `rangeType` are both, each in classes that do not inherit from each other. Look
 * again with a new version. A field over a mere getter would be an error as soon as it is constructed.
 *
 * @param {string} source  of one of Univer's modules
 */
export function withPlainFields(source) {
  return source.replace(/^(\s*)_defineProperty\(this, "([\w$]+)", /gm, '$1(this.$2 = ');
}
