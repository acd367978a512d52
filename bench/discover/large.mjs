/**
 * A workbook of thirty sheets and a million cells: ledgers of till receipts, tables of daily figures beside their dates, accounts
 * down and months across, notes. Its numbers come from a seed, so that it is the same on every machine.
 *
 * @param {number} cells  about how many
 */
export function largeWorkbook(cells = 1_000_000) {
  const next = random(7);
  const each = Math.floor(cells / 30);
  const kinds = [ledger, daily, accounts];
  const sheets = Array.from({ length: 30 }, (_, index) =>
    /** @type {MakeSheet} */ (kinds[index % kinds.length])(`Sheet ${index + 1}`, each, next),
  );
  return { today: 46_000, locale: 'en-GB', sheets };
}

/** 1 January 2019. */
const START = 43_466;

/** @typedef {(name: string, cells: number, next: () => number) => ReturnType<typeof block>} MakeSheet */

/** @type {MakeSheet} */
function ledger(name, cells, next) {
  const rows = Math.floor(cells / 12);
  const header = [
    'Receipt',
    'Date',
    'Time',
    'Till',
    'Cashier',
    'Article',
    'Group',
    'Qty',
    'Price',
    'Amount',
    'Paid by',
    'Remark',
  ];
  const lines = Array.from({ length: rows }, (_, i) => [
    `R-${100_000 + i}`,
    START + Math.floor(i / 3),
    next(),
    `Till ${1 + Math.floor(next() * 4)}`,
    `Cashier ${1 + Math.floor(next() * 30)}`,
    `Article ${1 + Math.floor(next() * 800)}`,
    `Group ${1 + Math.floor(next() * 12)}`,
    1 + Math.floor(next() * 5),
    Math.round(next() * 2000) / 100,
    Math.round(next() * 8000) / 100,
    next() < 0.6 ? 'card' : 'cash',
    next() < 0.1 ? `note ${i}` : null,
  ]);
  const formats = [
    'General',
    'yyyy-mm-dd',
    'hh:mm',
    'General',
    'General',
    'General',
    'General',
    '0',
    '#,##0.00',
    '#,##0.00',
    'General',
    'General',
  ];
  return block(name, header, lines, formats);
}

/** @type {MakeSheet} */
function daily(name, cells, next) {
  const width = 24;
  const rows = Math.floor(cells / width);
  const header = ['Date', ...Array.from({ length: width - 1 }, (_, i) => `Branch ${i + 1} sales`)];
  const lines = Array.from({ length: rows }, (_, i) => [
    START + i,
    ...Array.from({ length: width - 1 }, () => Math.round(next() * 90_000) / 100),
  ]);
  return block(name, header, lines, ['yyyy-mm-dd', ...Array(width - 1).fill('€#,##0.00')]);
}

/** @type {MakeSheet} */
function accounts(name, cells, next) {
  const months = 60;
  const rows = Math.floor(cells / (months + 2));
  const header = [
    'Account',
    'Name',
    ...Array.from({ length: months }, (_, i) => `${MONTHS[i % 12]} ${2019 + Math.floor(i / 12)}`),
  ];
  const lines = Array.from({ length: rows }, (_, i) => [
    4000 + i,
    `Cost centre ${i + 1}`,
    ...Array.from({ length: months }, () => Math.round(next() * 500_000) / 100),
  ]);
  return block(name, header, lines, ['General', 'General', ...Array(months).fill('#,##0.00')]);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * @param {string} name
 * @param {unknown[]} header
 * @param {unknown[][]} lines
 * @param {string[]} formats
 */
function block(name, header, lines, formats) {
  return { name, values: [header, ...lines], formats: [header.map(() => 'General'), ...lines.map(() => formats)] };
}

/** @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
