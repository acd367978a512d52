/**
 * @typedef {import('../../src/functions/definition').CellFunction} CellFunction
 * @typedef {import('../../src/functions/definition').Parameter} Parameter
 */

/**
 * What Excel has to know of the functions before it calls them. Everything is a matrix of anything: only so does a blank
 * arrive as a blank and not as 0, text as text, an error as itself, and a figure of Excel's data types at all, for the gate
 * to judge.
 *
 * @param {readonly CellFunction[]} functions  the catalogue
 * @param {string} [help]  the address of the page that explains them, where there is one
 * @returns          the content of functions.json
 * @source           Microsoft, "Manually create JSON metadata for custom functions"
 */
export function functionsJson(functions, help) {
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: functions.map(definition => metadata(definition, help)),
  };
}

/**
 * @param {CellFunction} definition
 * @param {string} [help]
 */
function metadata({ name, summary, parameters }, help) {
  return {
    id: name,
    name,
    description: summary,
    ...(help && { helpUrl: `${help}#${name}` }),
    parameters: parameters.map(parameter => ({
      name: parameter.name,
      description: described(parameter),
      type: 'any',
      dimensionality: 'matrix',
      ...(parameter.optional && { optional: true }),
    })),
    result: { dimensionality: 'matrix' },
  };
}

/** @param {Parameter} parameter */
function described({ description, default: fallback }) {
  return fallback === undefined ? description : `${description}; ${fallback} if left out`;
}
