/** Milliseconds between two tries while a cell is being edited, in versions of Excel that do not wait by themselves. */
const TRY_AGAIN = 500;

/**
 * The only way to Excel: does something with the open workbook. While its user is typing into a cell Excel takes no
 * request; then it waits until the cell is done.
 *
 * @param batch  may be run anew, as long as Excel has refused all of it
 * @throws       what Excel refuses for any other reason
 */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await Excel.run({ delayForCellEdit: true }, batch);
    } catch (reason) {
      if (!isEditing(reason)) throw reason;
      await pause(TRY_AGAIN);
    }
  }
}

/** Whether Excel refused a whole request because a cell is being edited. */
export function isEditing(reason: unknown): boolean {
  return codeOf(reason) === 'InvalidOperationInCellEditMode';
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** What its user can do about a refusal of Excel's, by its code; Excel's own words say only what happened. */
const WAYS_ON: Record<string, string> = {
  AccessDenied:
    'Remove the protection (Review, Unprotect Sheet or Protect Workbook) or save a copy to edit, then try again.',
  ConnectionFailure: 'Check the connection to the network, then try again.',
  InvalidOrTimedOutSession: 'Reload the workbook, then try again.',
  RequestPayloadSizeLimitExceeded: 'That is too much at once for Excel on the web: do it in Excel on the desktop.',
  ResponsePayloadSizeLimitExceeded: 'That is too much at once for Excel on the web: do it in Excel on the desktop.',
};

/** A refusal in Excel's words, with what to do about it where we know. */
export function saidByExcel(reason: unknown): string {
  const wayOn = WAYS_ON[codeOf(reason) ?? ''];
  return [`Excel says: ${(reason as Error).message}`, wayOn].filter(Boolean).join(' ');
}

function codeOf(reason: unknown): string | undefined {
  return (reason as { code?: string } | null)?.code;
}
