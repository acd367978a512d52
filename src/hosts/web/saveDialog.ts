import { listed } from '../../cells/english';
import type { SavedFile } from './xlsx/save';

/**
 * Says what a saved file would lack, before it is handed over.
 *
 * @param page      the document with the dialog
 * @param name      of the file
 * @param saved     what would be saved
 * @param notShown  what the opened file has that the grid does not hold
 * @returns         what to save
 */
export function askHowToSave(
  page: Document,
  name: string,
  { leftBehind, refused }: Pick<SavedFile, 'leftBehind' | 'refused'>,
  notShown: string[],
): Promise<'all' | 'cells' | 'cancel'> {
  const dialog = page.getElementById('how-to-save') as HTMLDialogElement;
  const isCopy = refused !== undefined;
  page.getElementById('how-to-save-question')!.textContent = isCopy
    ? `Changes can't be saved into ${name}:`
    : `Not everything in ${name} can follow what you changed:`;
  const without = notShown.length > 0 ? [`A copy of what you see here would be without ${listed(notShown)}.`] : [];
  const sentences = isCopy ? [refused, ...without] : leftBehind;
  page.getElementById('how-to-save-list')!.replaceChildren(
    ...sentences.map(sentence => {
      const item = page.createElement('li');
      item.textContent = sentence;
      return item;
    }),
  );
  page.getElementById('how-to-save-all')!.textContent = isCopy ? 'Save a copy of what you see' : 'Save all the same';
  page.getElementById('how-to-save-cells')!.hidden = isCopy;
  dialog.returnValue = 'cancel';
  dialog.showModal();
  return new Promise(resolve => {
    const answered = () => {
      dialog.removeEventListener('close', answered);
      const { returnValue } = dialog;
      resolve(returnValue === 'all' || returnValue === 'cells' ? returnValue : 'cancel');
    };
    dialog.addEventListener('close', answered);
  });
}
