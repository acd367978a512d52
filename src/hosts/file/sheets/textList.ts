import { child, children, decode, type Element, localName, root, tags } from '../package/xml';

/** The text of that number in the list that all sheets share; null where there is none. */
export type TextList = (number: number) => string | null;

/**
 * The texts that cells share. A review needs a handful of them, and a list may be as long as a customer file: so what lies
 * before a text is passed over without being read, and each text is read when a cell asks for it.
 *
 * @param xml  the part that holds them
 */
export function textList(xml: string): TextList {
  const itemAt = itemsOf(xml);
  const known = new Map<number, string | null>();
  return number => {
    if (!(Number.isInteger(number) && number >= 0)) return null;
    const text = known.get(number);
    if (text !== undefined) return text;
    const item = itemAt(number);
    const read = item ? itemText(xml, item) : null;
    known.set(number, read);
    return read;
  };
}

/** The items of the list, by number. What starts like an item is one, unless it is said in a comment or the like. */
function itemsOf(xml: string): (number: number) => Element | undefined {
  const isPlain = !xml.includes('<!') && xml.lastIndexOf('<?') <= 1;
  const name = isPlain ? nameOfItems(xml) : undefined;
  if (name === undefined) {
    const top = root(xml);
    const items = [...children(xml, top.inner, top.innerEnd)].filter(({ local }) => local === 'si');
    return number => items[number];
  }
  const starts: number[] = [];
  const next = (from: number) => {
    let at = from;
    do at = xml.indexOf(`<${name}`, at + 1);
    while (at !== -1 && !/[\s/>]/.test(xml[at + name.length + 1] ?? ''));
    return at;
  };
  let ended = false;
  return number => {
    while (starts.length <= number && !ended) {
      const at = next(starts[starts.length - 1] ?? -1);
      if (at === -1) ended = true;
      else starts.push(at);
    }
    const start = starts[number];
    return start === undefined ? undefined : children(xml, start).next().value || undefined;
  };
}

/** How the first item is written, with its prefix. */
function nameOfItems(xml: string): string | undefined {
  for (const { kind, name } of tags(xml)) if (kind !== 'end' && localName(name) === 'si') return name;
  return undefined;
}

/** A text, plain or put together of runs that look different; how it is pronounced is no part of it. */
export function itemText(xml: string, item: Element): string {
  let text = '';
  for (const part of children(xml, item.inner, item.innerEnd)) {
    const run = part.local === 'r' ? child(xml, 't', part) : part.local === 't' ? part : undefined;
    if (run) text += unescaped(decode(xml.slice(run.inner, run.innerEnd)));
  }
  return text;
}

/** Characters that XML cannot hold are spelled `_x0007_` (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
