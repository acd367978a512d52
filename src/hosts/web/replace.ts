/**
 * Asks before a changed workbook gives way to another one: only one is kept in the browser.
 *
 * @param page  the document with the dialog
 * @param name  of the workbook that is open
 * @param save  saves it as a file; resolves to whether that worked
 * @returns     whether to go on
 */
export function askToReplace(page: Document, name: string, save: () => Promise<boolean>): Promise<boolean> {
  const dialog = page.getElementById('replace') as HTMLDialogElement;
  page.getElementById('replace-question')!.textContent =
    `${name} has changes that are kept in this browser only. Another workbook will replace them.`;
  dialog.returnValue = 'stay';
  dialog.showModal();
  return new Promise(resolve => {
    const answered = async () => {
      dialog.removeEventListener('close', answered);
      resolve(dialog.returnValue === 'save' ? await save() : dialog.returnValue === 'replace');
    };
    dialog.addEventListener('close', answered);
  });
}
