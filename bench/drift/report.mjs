/** Collects what a benchmark prints, to be kept as a page of Markdown. */
export function report() {
  const lines = [];
  const print = (line = '') => {
    console.log(line);
    lines.push(line);
  };
  return {
    print,
    heading: text => print(`## ${text}\n`),
    /** @param {string[]} head @param {(string | number)[][]} rows */
    table(head, rows) {
      print(`| ${head.join(' | ')} |`);
      print(`|${' --- |'.repeat(head.length)}`);
      for (const row of rows) print(`| ${row.join(' | ')} |`);
      print();
    },
    text: () => `${lines.join('\n').replace(/\n+$/, '')}\n`,
  };
}

export const percent = share => (100 * share).toFixed(1);
