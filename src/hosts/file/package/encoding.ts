/**
 * The text of an XML part, whatever its encoding; one that is not UTF-8 says afterwards that it is, as that is how it is
 * written back.
 *
 * @throws RangeError where the part names an encoding that nobody knows
 */
export function textOf(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  // A mark of the byte order in UTF-8 says nothing, and stays.
  if (encoding === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return new TextDecoder(encoding).decode(bytes).replace(DECLARED, '$1UTF-8$3');
}

/** The encoding in an XML declaration. */
const DECLARED = /^(<\?xml\b[^>]*?\bencoding=["'])([\w.:-]+)(["'])/;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 120));
  const declared = DECLARED.exec(start)?.[2]?.toLowerCase() ?? 'utf-8';
  return declared === 'utf8' ? 'utf-8' : declared;
}
