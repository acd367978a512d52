/**
 * Opens a file that is dropped anywhere on the page.
 *
 * @param page    the document
 * @param veil    shown over the page while a file is held above it
 * @param expect  called when a file is held above the page
 * @param open    what to do with the file
 */
export function acceptDrops(page: Document, veil: HTMLElement, expect: () => void, open: (file: File) => void): void {
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const take = (event: DragEvent) => {
    if (!holdsFile(event)) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  // Before the grid sees them: it would take a file for a picture.
  const hold = (event: DragEvent) => {
    if (!take(event)) return;
    veil.removeAttribute('hidden');
    expect();
  };
  page.addEventListener('dragenter', hold, true);
  page.addEventListener('dragover', take, true);
  page.addEventListener('dragleave', event => event.relatedTarget === null && veil.setAttribute('hidden', ''), true);
  page.addEventListener(
    'drop',
    event => {
      veil.setAttribute('hidden', '');
      const file = take(event) && event.dataTransfer?.files[0];
      if (file) open(file);
    },
    true,
  );
}
