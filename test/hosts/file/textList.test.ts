import fc from 'fast-check';
import { children, escapeText, root } from '../../../src/hosts/file/package/xml';
import { readSnapshot } from '../../../src/hosts/file/read';
import { itemText, textList } from '../../../src/hosts/file/sheets/textList';
import { handmade } from './handmade';

/** Every text of a list, one after the other from the first to the last. */
function plainly(xml: string): string[] {
  const list = root(xml);
  return [...children(xml, list.inner, list.innerEnd)]
    .filter(({ local }) => local === 'si')
    .map(item => itemText(xml, item));
}

const spaces = fc.constantFrom('', ' ', '\n  ');
const said = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('<si>', 'a & b', '_x0007_', '<si/>', 'si', 'Ärger', ''),
);
/** An item as some program writes it: plain, in runs, with how it is pronounced, with attributes, or empty. */
const item = (name: string) =>
  fc.tuple(said, said, spaces, fc.nat(4)).map(([text, other, space, kind]) => {
    const t = (value: string) => `<${name}t xml:space="preserve">${escapeText(value)}</${name}t>`;
    const inner = [
      t(text),
      `<${name}r><${name}rPr><${name}b/></${name}rPr>${t(text)}</${name}r><${name}r>${t(other)}</${name}r>`,
      `${t(text)}<${name}rPh sb="0" eb="1">${t(other)}</${name}rPh>`,
      `${space}${t(text)}${space}`,
    ][kind];
    return inner === undefined ? `<${name}si${space}/>` : `<${name}si${space}>${inner}</${name}si>`;
  });

/** A whole list; some hold a comment, an instruction or a literal section, and a tail that only looks like texts. */
const lists = fc
  .tuple(fc.constantFrom('', 'x:'), fc.constantFrom('', '<!-- <si> -->', '<?go <si> ?>'), fc.boolean(), spaces)
  .chain(([name, before, literal, space]) =>
    fc.array(item(name), { maxLength: 12 }).map(items => {
      const last = literal ? `<${name}si><${name}t><![CDATA[<si>]]></${name}t></${name}si>` : '';
      const tail = `<${name}extLst><${name}sift><${name}t>no text of the list</${name}t></${name}sift></${name}extLst>`;
      return `<?xml version="1.0"?>${before}<${name}sst count="9">${space}${items.join(space)}${last}${tail}</${name}sst>`;
    }),
  );

test('a text that is asked for is the one that stands there when all are read', () => {
  fc.assert(
    fc.property(lists, fc.array(fc.nat(14), { maxLength: 20 }), (xml, numbers) => {
      const [all, list] = [plainly(xml), textList(xml)];
      for (const number of [...numbers, ...numbers]) expect(list(number)).toBe(all[number] ?? null);
    }),
    { numRuns: 300 },
  );
});

test.each([-1, 0.5, Number.NaN, 1e9])('there is no text %p', number => {
  expect(textList('<sst><si><t>one</t></si></sst>')(number)).toBeNull();
});

test('a list that is damaged is named where a cell needs it', async () => {
  const book = (text: number) =>
    handmade({
      sheets: { Data: `<sheetData><row r="1"><c r="A1" t="s"><v>${text}</v></c></row></sheetData>` },
      relations: { sharedStrings: 'sharedStrings.xml' },
      parts: { 'xl/sharedStrings.xml': '<sst><si><t>one</t></si><si><t>two</si></sst>' },
    });
  const read = (bytes: Uint8Array) => readSnapshot(bytes, { today: 42835, further: [{ sheet: 'Data' }] });
  expect((await read(book(0))).sheets[0]).toMatchObject({ values: [['one']] });
  await expect(read(book(1))).rejects.toThrow(/its part xl\/sharedStrings\.xml can't be read/);
});

test('of a megabyte of shared texts none is read that no cell asks for', async () => {
  // Every text that is not needed is damaged: one that was read would end the reading.
  const damaged = '<si><t>Customer, 12 Long Street, invoice</si>'.repeat(25_000);
  const list = `<sst><si><t>first</t></si>${damaged}<si><t>last</t></si></sst>`;
  expect(list.length).toBeGreaterThan(1_000_000);
  const asks = (text: number) => `<c t="s"><v>${text}</v></c>`;
  const bytes = handmade({
    sheets: { Data: `<sheetData><row>${asks(25_001)}${asks(0)}</row></sheetData>` },
    relations: { sharedStrings: 'sharedStrings.xml' },
    parts: { 'xl/sharedStrings.xml': list },
  });
  const { sheets } = await readSnapshot(bytes, { today: 42835, further: [{ sheet: 'Data' }] });
  expect(sheets[0]).toMatchObject({ values: [['last', 'first']] });
});
