/** What kept a file from being read or written. */
export type FileTrouble =
  | 'empty'
  | 'not a workbook'
  | 'old format'
  | 'password'
  | 'damaged'
  | 'cannot carry'
  | 'changed'
  | 'not calculated'
  | 'wrong edit';

/** A file that can't be read, or not be written without harm. Its message is for the file's owner; it does not name the file. */
export class FileError extends Error {
  override readonly name = 'FileError';

  /**
   * @param trouble  the kind of trouble, for programs
   * @param message  what is wrong and what to do, for people
   */
  constructor(
    readonly trouble: FileTrouble,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The error for a part of a package that is not what it should be.
 *
 * @param part  the part's name inside the package
 * @returns     an error that names it
 */
export function damaged(part: string): FileError {
  return new FileError(
    'damaged',
    `The file is damaged: its part ${part} can't be read. Open it in Excel or LibreOffice and save it again, or get an undamaged copy.`,
  );
}

/** Reads a part; where it is not what it should be, the error names it. */
export function read<T>(part: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof FileError ? error : damaged(part);
  }
}
