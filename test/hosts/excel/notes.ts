/** What of the library's own making of objects is needed for a member that it lacks. */
export interface ObjectMaker {
  ClientObject: object;
  BatchApiHelper: {
    createPropertyObject(type: object, parent: object, name: string, isCollection: boolean, flags: number): object;
    createMethodObject(
      type: object,
      parent: object,
      name: string,
      operation: number,
      given: unknown[],
      isCollection: boolean,
      isInvalidAfterRequest: boolean,
    ): object;
  };
}

/**
 * Gives sheets their notes: the library on npm ends at ExcelApi 1.16, the one at Microsoft's address has them. Made of the
 * library's own parts and as its declarations say: `Worksheet.notes.add(cell, text)`, ExcelApi 1.18.
 */
export function withNotes(
  { Worksheet: { prototype } }: { Worksheet: { prototype: object } },
  { ClientObject, BatchApiHelper: maker }: ObjectMaker,
): void {
  if ('notes' in prototype) return;
  Object.defineProperty(prototype, 'notes', {
    get(this: object) {
      const notes = maker.createPropertyObject(ClientObject, this, 'Notes', true, 4);
      return Object.assign(notes, {
        add: (cell: object, text: string) =>
          maker.createMethodObject(ClientObject, notes, 'Add', 0, [cell, text], false, true),
      });
    },
  });
}
