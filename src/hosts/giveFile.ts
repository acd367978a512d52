/**
 * Hands a person a file, as a download. Google's sidebar allows downloads (`allow-downloads` in its sandbox); Excel on a Mac and
 * on an iPad does nothing and says nothing (OfficeDev/office-js, issue 2700), so that its bridge offers none there.
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
