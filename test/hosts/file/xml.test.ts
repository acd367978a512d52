import { attributes, child, children, decode, root, spliced, withAttribute } from '../../../src/hosts/file/package/xml';

const names = (xml: string) => [...children(xml)].map(({ local }) => local);

describe('elements are places in a text', () => {
  test('that is not taken for markup in comments, CDATA, declarations and attributes', () => {
    const xml = '<?xml version="1.0"?><!-- <no> --><a x="1 > 0" y=\'"\'><![CDATA[<b>]]><c/></a><d></d>';
    expect(names(xml)).toEqual(['a', 'd']);
    expect([...children(xml, root(xml).inner, root(xml).innerEnd)].map(({ local }) => local)).toEqual(['c']);
  });

  test('found by their name without prefix', () => {
    const xml = '<x:sheet><x:row r="1"/><x:row r="2"><x:c/></x:row></x:sheet>';
    const row = child(xml, 'row', root(xml))!;
    expect(xml.slice(row.start, row.end)).toBe('<x:row r="1"/>');
    expect(row.name).toBe('x:row');
  });

  test.each(['<a>', '<a></b>', '</a>', '<a', '<a x="1>', '<a><!-- ', '<a><b></a></b>'])(
    'a text that breaks off or does not match is refused: %s',
    xml => {
      expect(() => names(xml)).toThrow();
    },
  );
});

describe('a start tag', () => {
  test('is read with either quote, and decoded', () => {
    expect(attributes('<c r = "A1" n=\'Fish &amp; &#x43;hips\' >')).toEqual({ r: 'A1', n: 'Fish & Chips' });
  });

  test('gains, changes and loses an attribute, the others as they were written', () => {
    expect(withAttribute('<c r="A1"/>', 't', 'a<"b"')).toBe('<c r="A1" t="a&lt;&quot;b&quot;"/>');
    expect(withAttribute("<c  r='A1' s='2'>", 's', '3')).toBe('<c  r=\'A1\' s="3">');
    expect(withAttribute('<c r="A1" s="2">', 's', null)).toBe('<c r="A1">');
  });
});

test('text is decoded once', () => {
  expect(decode('&amp;lt; &lt;b&gt; &#228; &unknown;')).toBe('&lt; <b> ä &unknown;');
});

test('what is inserted at a place stands before what replaces the text there, in whatever order they were given', () => {
  const [replace, insert] = [
    { start: 1, end: 2, text: 'B' },
    { start: 1, end: 1, text: '+' },
  ];
  expect(spliced('abc', [replace, insert])).toBe('a+Bc');
  expect(spliced('abc', [insert, replace])).toBe('a+Bc');
});
