/**
 * @typedef {import('../../src/functions/definition').CellFunction} CellFunction
 * @typedef {import('../../src/functions/definition').Parameter} Parameter
 */

/** How JSDoc spells what a parameter takes. */
const TYPES = { number: 'number', text: 'string', boolean: 'boolean', date: 'Date', any: 'any' };

/**
 * The functions that Sheets sees, one a definition: a JSDoc block, which is the help that Sheets shows while a formula is
 * typed, and a stub that hands the arguments to the bundle. What is returned Sheets shows nowhere. Sheets marks no parameter as optional, so its words say it.
 *
 * @param {readonly CellFunction[]} functions  the catalogue
 * @returns          JavaScript, to be below the bundle, neither parsed nor minified
 */
export function googleStubs(functions) {
  return functions.map(stub).join('');
}

/** @param {CellFunction} definition */
function stub({ name, summary, parameters }) {
  return `
/**
 * ${summary}
${parameters.map(parameter => ` * @param {${TYPES[parameter.type]}} ${parameter.name} ${described(parameter)}`).join('\n')}
 * @customfunction
 */
function ${name}(${parameters.map(parameter => parameter.name).join(', ')}) { return Compass_.call("${name}", arguments) }
`;
}

/** @param {Parameter} parameter */
function described({ description, optional, default: fallback }) {
  if (!optional) return description;
  return fallback === undefined ? `optional: ${description}` : `optional, ${fallback} if left out: ${description}`;
}
