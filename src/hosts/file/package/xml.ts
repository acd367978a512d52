/**
 * Just enough XML to change a few elements of somebody else's document and leave every other character of it alone:
 * elements are places in the text, never a tree that would have to be printed again.
 */

/** An element and where it is in its document. */
export interface Element {
  /** As written, with its prefix. */
  name: string;
  /** Without its prefix. */
  local: string;
  /** From `<` of its start tag … */
  start: number;
  /** … through `>` of its start tag … */
  inner: number;
  /** … its content … */
  innerEnd: number;
  /** … to behind `>` of its end tag. */
  end: number;
}

/** A place in a document and what is to be there instead. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A tag and where it is, from `<` to behind `>`. */
export interface Tag {
  kind: 'start' | 'single' | 'end';
  name: string;
  start: number;
  end: number;
}

/**
 * Every tag in a stretch of a document, in order; comments, declarations and CDATA are passed over.
 *
 * @param xml   the document
 * @param from  where to begin
 * @param to    where to end
 * @throws      Error where the text breaks off inside a tag
 */
export function* tags(xml: string, from = 0, to = xml.length): Generator<Tag> {
  for (let start = xml.indexOf('<', from); start !== -1 && start < to; ) {
    const next = xml[start + 1];
    const passed = next === '!' || next === '?';
    const end = passed ? skipped(xml, start) : tagEnd(xml, start);
    if (!passed) {
      const kind = next === '/' ? 'end' : xml[end - 2] === '/' ? 'single' : 'start';
      yield { kind, name: tagName(xml, kind === 'end' ? start + 1 : start), start, end };
    }
    start = xml.indexOf('<', end);
  }
}

/**
 * The elements directly inside a stretch of a document.
 *
 * @param xml   the document
 * @param from  where to begin: 0, or an element's `inner`
 * @param to    where to end: the document's length, or an element's `innerEnd`
 * @throws      Error where tags do not match or the text breaks off
 */
export function* children(xml: string, from = 0, to = xml.length): Generator<Element> {
  const open: Tag[] = [];
  for (const tag of tags(xml, from, to)) {
    if (tag.kind === 'start') open.push(tag);
    const first = tag.kind === 'end' ? open.pop() : tag;
    if (first?.name !== tag.name) throw new Error(`</${tag.name}> closes nothing`);
    if (open.length > 0 || tag.kind === 'start') continue;
    yield {
      name: tag.name,
      local: localName(tag.name),
      start: first.start,
      inner: first.end,
      innerEnd: tag.kind === 'end' ? tag.start : tag.end,
      end: tag.end,
    };
  }
  if (open.length > 0) throw new Error('the text breaks off');
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The first element of that local name directly inside another one, or directly inside the document. */
export function child(xml: string, local: string, parent?: Element): Element | undefined {
  for (const element of children(xml, parent?.inner, parent?.innerEnd)) if (element.local === local) return element;
  return undefined;
}

/** The document's root element. */
export function root(xml: string): Element {
  for (const element of children(xml)) return element;
  throw new Error('no root element');
}

/** The prefix that elements of the root's own namespace carry, with its colon; mostly empty. */
export function prefixOf(element: Element): string {
  return element.name.slice(0, element.name.length - element.local.length);
}

/** An element's start tag, as written. */
export function startTag(xml: string, element: Element): string {
  return xml.slice(element.start, element.inner);
}

/** The attributes of a start tag, decoded, by their names as written. */
export function attributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, value } of attributePlaces(tag)) found[name] = decode(value);
  return found;
}

/** A start tag with one attribute set, or taken out where the value is null. */
export function withAttribute(tag: string, name: string, value: string | null): string {
  const place = attributePlaces(tag).find(attribute => attribute.name === name);
  const text = value === null ? '' : ` ${name}="${escapeAttribute(value)}"`;
  if (place) return tag.slice(0, place.start) + text + tag.slice(place.end);
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, end) + text + tag.slice(end);
}

/** A document with some places replaced; what is inserted at a place is before what replaces the text there. */
export function spliced(xml: string, splices: Splice[]): string {
  let text = '';
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += xml.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return text + xml.slice(at);
}

/**
 * A document with more at the end of one of its elements. A single tag is opened for it, with a line break for its slash:
 * that tells `reclosed` what it was.
 */
export function withLastInside(xml: string, element: Element, text: string): string {
  if (element.inner < element.end) return spliced(xml, [{ start: element.innerEnd, end: element.innerEnd, text }]);
  const whole = `${opened(startTag(xml, element))}${text}</${element.name}>`;
  return spliced(xml, [{ start: element.start, end: element.end, text: whole }]);
}

/** A start tag that can have content; a single one is opened, so that `reclosed` can tell. */
export function opened(tag: string): string {
  return tag.replace(/\/>$/, '\n>');
}

/** The single tag that `opened` opened, for an element without content any more; undefined where it was opened by others. */
export function reclosed(tag: string): string | undefined {
  return tag.endsWith('\n>') ? tag.replace(/\n>$/, '/>') : undefined;
}

/** Text out of a document: entities resolved, CDATA unwrapped. */
export function decode(text: string): string {
  if (!text.includes('&') && !text.includes('<')) return text;
  return text.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|&(#x[0-9a-f]+|#[0-9]+|[a-z]+);/gi,
    (all, cdata, ref) => {
      if (ref === undefined) return cdata ?? '';
      if (ref[0] !== '#') return ENTITIES[ref] ?? all;
      return String.fromCodePoint(/^#x/i.test(ref) ? Number.parseInt(ref.slice(2), 16) : Number(ref.slice(1)));
    },
  );
}

/** Text for between two tags. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text for an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}

/** Behind a comment, a CDATA section, a declaration or a processing instruction that begins at `at`. */
function skipped(xml: string, at: number): number {
  const close = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml[at + 1] === '?'
        ? '?>'
        : '>';
  const end = xml.indexOf(close, at + 2);
  if (end === -1) throw new Error('the text breaks off');
  return end + close.length;
}

/** Behind the `>` of the tag that begins at `at`; a `>` inside an attribute's quotes does not end it. */
function tagEnd(xml: string, at: number): number {
  for (let i = at + 1; i < xml.length; i += 1) {
    const c = xml[i];
    if (c === '>') return i + 1;
    if (c === '"' || c === "'") {
      i = xml.indexOf(c, i + 1);
      if (i === -1) break;
    }
  }
  throw new Error('the text breaks off');
}

function tagName(xml: string, at: number): string {
  const name = /[^\s/>]+/y;
  name.lastIndex = at + 1;
  return name.exec(xml)?.[0] ?? '';
}

/** Each attribute of a start tag, raw, and where it is, with the space before it. */
function attributePlaces(tag: string): { name: string; value: string; start: number; end: number }[] {
  const attribute = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  attribute.lastIndex = 1 + tagName(tag, 0).length;
  const places = [];
  for (
    let start = attribute.lastIndex, m = attribute.exec(tag);
    m;
    start = attribute.lastIndex, m = attribute.exec(tag)
  ) {
    places.push({ name: m[1]!, value: m[2] ?? m[3] ?? '', start, end: attribute.lastIndex });
  }
  return places;
}
