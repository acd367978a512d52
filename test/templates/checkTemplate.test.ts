import { cellAt } from '../../src/cells/address';
import type { Formula } from '../../src/cells/formula';
import { printFormula } from '../../src/cells/printFormula';
import { calculate } from '../../src/templates/formula/calculate';
import { cellFormula } from '../../src/templates/formula/templateFormula';
import { checkTemplate } from '../../src/templates/schema/checkTemplate';
import { typedInto } from '../../src/templates/schema/parts';
import fourFunctions from '../../templates/four-functions.json';

/** The template with one field changed, by its place in the file. */
function changed(place: (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(fourFunctions));
  const last = place[place.length - 1]!;
  const parent = place.slice(0, -1).reduce((part, name) => part[name], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

test('a template as it should be is passed on as it is', () => {
  expect(checkTemplate(fourFunctions)).toEqual(fourFunctions);
  // A weight of 0 is one: the KPI does not count for the score.
  expect(() => checkTemplate(changed(['kpis', 0, 'weight'], 0))).not.toThrow();
});

describe('a template that breaks its schema names the field and what was expected', () => {
  const column = ['sheets', 0, 'blocks', 0, 'columns'] as const;
  test.each<[string, (string | number)[], unknown, string]>([
    ['a name left out', ['name'], undefined, 'name: expected text, found nothing.'],
    ['a number for a text', ['kpis', 1, 'unit'], 5, 'kpis[1].unit: expected text, found 5.'],
    ['a text for a number', ['kpis', 0, 'target'], '35%', 'kpis[0].target: expected a number, found "35%".'],
    ['spaces for a text', ['name'], '  ', 'name: expected text, found "  ".'],
    ['a negative weight', ['kpis', 0, 'weight'], -1, 'kpis[0].weight: expected a number from 0 on, found -1.'],
    [
      'a word outside its list',
      ['kpis', 0, 'better'],
      'up',
      'kpis[0].better: expected one of higher, lower, in range, found "up".',
    ],
    ['half a version', ['version'], 1.5, 'version: expected a whole number from 1 to 9999, found 1.5.'],
    ['a text for a switch', ['sheets', 0, 'onePage'], 'yes', 'sheets[0].onePage: expected true or false, found "yes".'],
    ['a list for a text', ['summary'], ['a', 'b'], 'summary: expected text, found ["a","b"].'],
    ['nothing for an object', ['sheets', 0], null, 'sheets[0]: expected an object, found null.'],
    ['a misspelt field', ['kpis', 0, 'tarjet'], 1, 'kpis[0].tarjet: no such field; did you mean target?'],
    ['a list that is empty', ['kpis'], [], 'kpis: expected a list, found [].'],
    ['a list that is none', ['sheets'], {}, 'sheets: expected a list, found {}.'],
    ['a text for an object', ['strategy'], 'grow', 'strategy: expected an object, found "grow".'],
    [
      'a text among the figures',
      [...column, 0, 'sample', 3],
      'n/a',
      'sheets[0].blocks[0].columns[0].sample[3]: expected a number, found "n/a".',
    ],
    [
      'too few figures',
      [...column, 1, 'sample'],
      [1, 2],
      'sheets[0].blocks[0].columns[1].sample: expected 24 figures as in the other columns, found 2.',
    ],
    [
      'a column of neither kind',
      [...column, 0, 'sample'],
      undefined,
      'sheets[0].blocks[0].columns[0]: expected either a sample or a formula.',
    ],
    [
      'an id used twice',
      [...column, 1, 'id'],
      'leads',
      "sheets[0].blocks[0].columns[1].id: 'leads' names another cell already.",
    ],
    [
      'a formula with an unknown column',
      [...column, 6, 'formula'],
      '[won] / [lead]',
      "sheets[0].blocks[0].columns[6].formula: no column before it is called 'lead'; did you mean leads?",
    ],
    [
      'a formula that calls a function',
      [...column, 6, 'formula'],
      'LET([won],1)',
      'sheets[0].blocks[0].columns[6].formula: a template cannot call LET',
    ],
    [
      'a formula that cannot be read',
      [...column, 6, 'formula'],
      '[won] /',
      "sheets[0].blocks[0].columns[6].formula: The formula '[won] /' is incomplete.",
    ],
    [
      'a KPI without a column',
      ['kpis', 0, 'column'],
      'qualty',
      "kpis[0].column: the template has no column 'qualty'; did you mean quality?",
    ],
    [
      'a KPI without a goal',
      ['kpis', 0, 'goal'],
      'World peace',
      "kpis[0].goal: the template has no goal 'World peace'.",
    ],
    ['a KPI without a target', ['kpis', 0, 'target'], undefined, 'kpis[0]: expected a target.'],
    ['a KPI in a band without its ends', ['kpis', 0, 'better'], 'in range', 'kpis[0]: expected low and high.'],
    [
      'a KPI that appears twice',
      ['kpis', 1, 'name'],
      'lead quality ratio',
      "kpis[1].name: 'lead quality ratio' appears twice.",
    ],
  ])('%s', (_, place, value, message) => {
    expect(() => checkTemplate(changed(place, value))).toThrow(message);
    expect(() => checkTemplate(changed(place, value))).toThrow(expect.objectContaining({ name: 'TemplateError' }));
  });
});

describe('a template of other blocks says what is wrong with them', () => {
  const labels = { kind: 'labels', labels: [{ id: 'rate', label: 'Hourly rate', sample: 60 }] };
  const table = {
    kind: 'table',
    rows: 2,
    columns: [
      { id: 'site', header: 'Site', sample: ['Market', 'Station'], keep: true },
      { id: 'rent', header: 'Rent', sample: [900, 700] },
    ],
  };
  const withBlocks = (...blocks: unknown[]) =>
    changed(['sheets', 0, 'blocks'], [...blocks, fourFunctions.sheets[0]!.blocks[0]]);
  const withColumn = (column: object) => withBlocks(labels, { ...table, columns: [...table.columns, column] });

  test('as they should be they pass', () => {
    expect(() =>
      checkTemplate(withColumn({ id: 'share', header: 'Share', formula: '[rent] / SUM([rent:all]) * [rate]' })),
    ).not.toThrow();
  });

  test('with a text below the periods, and a column that looks back at itself, they pass', () => {
    const [periods] = fourFunctions.sheets[0]!.blocks;
    const text = { kind: 'text', lines: ['Type the figures of each week.'] };
    expect(() => checkTemplate(changed(['sheets', 0, 'blocks'], [periods, text]))).not.toThrow();
    const running = { ...periods!.columns[6], formula: `[${periods!.columns[6]!.id}:before] + [won]`, first: '[won]' };
    expect(() => checkTemplate(changed(['sheets', 0, 'blocks', 0, 'columns', 6], running))).not.toThrow();
  });

  test('say what is typed into them: labels without a formula, and columns that are neither worked out nor kept', () => {
    const { sheets } = checkTemplate(
      withBlocks(labels, {
        ...table,
        columns: [...table.columns, { id: 'y', header: 'Twice', formula: '2 * [rent]' }],
      }),
    );
    // The table keeps its sites; of the periods below all columns with a sample are typed.
    expect(typedInto({ ...sheets[0]!, blocks: sheets[0]!.blocks.slice(0, 2) })).toEqual(['Hourly rate', 'Rent']);
  });

  test.each<[string, unknown, string]>([
    [
      'a block of no kind',
      withBlocks({ kind: 'list' }),
      'sheets[0].blocks[0].kind: expected one of labels, periods, table, text, across, strategy, found "list".',
    ],
    [
      'rows that do not fit',
      withBlocks({ ...table, rows: 1 }),
      'blocks[0].columns[0].sample: expected at most 1 rows, found 2.',
    ],
    [
      'more rows than anybody looks through',
      withBlocks({ ...table, rows: 1_000_000 }),
      'blocks[0].rows: expected a whole number from 1 to 1000, found 1000000.',
    ],
    [
      'periods without end',
      changed(['sheets', 0, 'blocks', 0, 'own'], { cadence: 'week', closed: 1e9, ahead: 0 }),
      'blocks[0].own.closed: expected a whole number from 0 to 400, found 1000000000.',
    ],
    [
      'a column of many cells named as one',
      withBlocks(table, { kind: 'labels', labels: [{ id: 'x', label: 'X', formula: '[rent]' }] }),
      "'rent' has many cells here; write [rent:all].",
    ],
    [
      'the newest of what is no period',
      withColumn({ id: 'y', header: 'Y', formula: '[rate:latest]' }),
      "'rate' is none.",
    ],
    [
      'a period beside none',
      withColumn({ id: 'y', header: 'Y', formula: '[period] + 1' }),
      '[period] is known beside a column of periods only.',
    ],
    [
      'a total without its row',
      withColumn({ id: 'y', header: 'Y', sample: [1], total: 'SUM([y:all])' }),
      'the table has no total row',
    ],
    [
      'a part that is not known',
      withColumn({ id: 'y', header: 'Y', formula: '[rent:mean]' }),
      "'[rent:mean]' is not known",
    ],
    [
      'a total of a table that has none',
      withColumn({ id: 'y', header: 'Y', formula: '[rent:total]' }),
      '[rent:total] needs a table with a total.',
    ],
    [
      'a period after none',
      withColumn({ id: 'y', header: 'Y', formula: '[rent:next]' }),
      '[rent:next] is known of the period only.',
    ],
    [
      'a look back where rows are no periods',
      withColumn({ id: 'y', header: 'Y', formula: '[rent:before]', first: '1' }),
      'sheets[0].blocks[1].columns[2].formula: [rent:before] is known beside a column of periods only.',
    ],
    [
      'a first row that looks back',
      changed(['sheets', 0, 'blocks', 0, 'columns', 6], {
        ...fourFunctions.sheets[0]!.blocks[0]!.columns[6],
        formula: '[won:before] + 1',
        first: '[won:before]',
      }),
      'the first row has none before it.',
    ],
    [
      'a formula that names its own column',
      withColumn({ id: 'y', header: 'Y', formula: '[y] + 1' }),
      "no column before it is called 'y'",
    ],
    [
      'what only a table has, beside periods',
      changed(['sheets', 0, 'blocks', 0, 'columns', 0, 'keep'], true),
      'sheets[0].blocks[0].columns[0]: formulas, sparklines, total, day and keep belong to tables.',
    ],
    [
      'an id with a space',
      changed(['sheets', 0, 'blocks', 0, 'columns', 0, 'id'], 'new leads'),
      'sheets[0].blocks[0].columns[0].id: expected letters, digits and _, found "new leads".',
    ],
    [
      'a look back without a beginning',
      changed(['sheets', 0, 'blocks', 0, 'columns', 6, 'formula'], '[won:before] + 1'),
      'expected first, the formula of the first row.',
    ],
    [
      'a chart of a column that is elsewhere',
      changed(['sheets', 0, 'charts'], [{ type: 'line', title: 'T', columns: ['wom'] }]),
      "the template has no column on this sheet 'wom'; did you mean won?",
    ],
    [
      'a chart of a column that nobody has',
      changed(['sheets', 0, 'charts'], [{ type: 'line', title: 'T', columns: ['won', 'wom'] }]),
      "sheets[0].charts[0]: the template has no column 'wom'; did you mean won?",
    ],
    [
      'a chart of columns that are in two blocks',
      changed(['sheets', 0], {
        ...fourFunctions.sheets[0],
        blocks: [table, fourFunctions.sheets[0]!.blocks[0]],
        charts: [{ type: 'line', title: 'T', columns: ['won', 'rent'] }],
      }),
      "sheets[0].charts[0]: 'rent' is in another block than 'won'.",
    ],
    [
      'periods with a table below them',
      changed(['sheets', 0, 'blocks'], [fourFunctions.sheets[0]!.blocks[0], table]),
      'sheets[0].blocks[0]: expected the periods to be the last block of their sheet but for text.',
    ],
    ['a trade outside its list', changed(['trades'], ['bakers']), 'trades[0]: expected one of any trade'],
    [
      'a sheet name that no spreadsheet takes',
      changed(['sheets', 0, 'name'], 'Profit/loss'),
      "sheets[0].name: 'Profit/loss' cannot be a sheet's name",
    ],
  ])('%s', (_, template, message) => {
    expect(() => checkTemplate(template)).toThrow(message);
  });
});

describe('a formula of a template', () => {
  const cells: Record<string, number> = { won: 2, lost: 3, open: 4 };
  const places = {
    range: ({ id }: { id: string }) => cellAt(4, cells[id]!),
    periods: () => cellAt(0, 0),
    next: (period: Formula) => period,
    year: 52,
  };
  const print = (formula: string) => printFormula(cellFormula(formula, places), 'excel');

  test('guards blank inputs and zero divisors', () => {
    expect(print('[won] / [lost]')).toBe('IF(OR(C5="",D5="",D5=0),"",C5/D5)');
    expect(print('[won] + 1')).toBe('IF(C5="","",C5+1)');
  });

  test('looks at a divisor that is itself worked out only once no input is blank', () => {
    expect(print('[won] / ([won] + [lost])')).toBe('IF(OR(C5="",D5=""),"",IF(C5+D5=0,"",C5/(C5+D5)))');
  });

  test('counts a year by the periods that it has', () => {
    expect(print('[year] * [won]')).toBe('IF(C5="","",52*C5)');
  });

  test('takes what may be blank for nothing, and does not guard it', () => {
    expect(print('[won] - [lost?]')).toBe('IF(C5="","",C5-N(D5))');
  });

  test('comes to what a spreadsheet makes of it', () => {
    const figures: Record<number, number | null> = { 2: 3, 3: 1, 4: 0 };
    const value = (formula: string, lost: number | null = 1) =>
      calculate(cellFormula(formula, places), {
        cell: (_, __, column) => (column === 3 ? lost : figures[column]!),
        extent: () => ({ rows: 5, columns: 5 }),
        today: 0,
      });
    // By hand: 3 / (3 + 1), −3 + 2 × 1, 2³ − 1.
    expect(value('[won] / ([won] + [lost])')).toBe(0.75);
    expect(value('-[won] + 2 * [lost]')).toBe(-1);
    expect(value('2 ^ [won] - [lost]')).toBe(7);
    expect(value('[won] / [open]')).toBe('');
    expect(value('[won] / [lost]', null)).toBe('');
    expect(value('[won] - [lost?]', null)).toBe(3);
  });
});
