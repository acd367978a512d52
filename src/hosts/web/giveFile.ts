/**
 * Hands the person at the page a file, as a download.
 *
 * @param name     what it is called
 * @param type     its media type
 * @param content  text, or bytes
 */
export function giveFile(name: string, type: string, content: string | Uint8Array): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
