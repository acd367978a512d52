/** The month, from 0, of each day of 2026, by its serial less that of 1 January. */
const monthOf = Uint8Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).getUTCMonth());

/**
 * Compiles a loop of loops.mjs over cells (rows of one cell, as a sheet passes a column) and over Float64Arrays.
 *
 * @param {{ cell?: string, start?: string, row?: string, again?: string, end?: string, result?: string }} loop
 * @param {string[]} names  its parameters
 * @returns {{ cells: Function, numbers: Function }}  each takes the columns by name and gives a column, a figure or rows of figures
 */
export function compile(loop, names) {
  return {
    cells: over(loop, names, '[i][0]', 'new Array(rows)', value => `[${value}]`),
    numbers: over(loop, names, '[i]', 'new Float64Array(rows)', value => value),
  };
}

function over({ cell, start = '', row, again, end = '', result }, names, read, out, write) {
  const values = names.map(name => `const ${name} = columns_${name}${read};`).join(' ');
  const pass = body => `for (let i = 0; i < rows; i++) { ${values} ${body} }`;
  const lists = names.map(name => `const columns_${name} = columns.${name};`).join(' ');
  const body = cell
    ? `const out = ${out}; ${pass(`out[i] = ${write(cell)};`)} return out;`
    : `${start}; ${pass(row)} ${again ? `let gap = 0; ${pass(again)}` : ''} ${end}; return ${result};`;
  const run = new Function('columns', 'monthOf', `${lists} const rows = columns_${names[0]}.length; ${body}`);
  return columns => run(columns, monthOf);
}
