import { localeOf } from '../../src/cli/io';
import { columns, painted, wrapped } from '../../src/cli/text';

describe('text in a terminal', () => {
  test('is broken at spaces, never inside a word, the lines after the first indented', () => {
    expect(wrapped('one two three four', 10, '  ', '')).toBe('one two\n  three\n  four');
    expect(wrapped('unbreakable', 4)).toBe('unbreakable');
  });

  test('in columns lines up under the widest cell, the last column wrapped', () => {
    const rows = [
      ['a', 'first of all'],
      ['long', 'second'],
    ];
    expect(columns(rows, 16)).toBe('  a     first of\n        all\n  long  second');
  });

  test('has colour only where it is wanted', () => {
    expect(painted('bad', 'red', false)).toBe('bad');
    expect(painted('bad', 'red', true)).toBe('\u001b[31mbad\u001b[0m');
  });
});

test.each([
  ['de_DE.UTF-8', 'de-DE'],
  ['pt_BR@euro', 'pt-BR'],
  ['C', 'en'],
  ['', 'en'],
  ['POSIX', 'en'],
])('the locale %p of the system is %s', (posix, tag) => {
  expect(localeOf(posix)).toBe(tag);
});
