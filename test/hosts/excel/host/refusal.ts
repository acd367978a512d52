/** An error of Excel's: what its client library hands on as `error.code` and `error.message`. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Origin of codes and words: Microsoft, Error handling with the application-specific JavaScript APIs. */
export const REFUSALS = {
  notFound: () => new Refusal('ItemNotFound', "The requested resource doesn't exist."),
  invalidArgument: () =>
    new Refusal('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.'),
  exists: () => new Refusal('ItemAlreadyExists', 'A resource with the same name or identifier already exists.'),
  protected: () =>
    new Refusal('AccessDenied', "You can't perform the requested operation because the worksheet is protected."),
  workbookProtected: () => new Refusal('AccessDenied', 'You cannot perform the requested operation.'),
  readOnly: () => new Refusal('AccessDenied', 'You cannot perform the requested operation.'),
  invalidSelection: () => new Refusal('InvalidSelection', 'The current selection is invalid for this operation.'),
  editing: () =>
    new Refusal(
      'InvalidOperationInCellEditMode',
      'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
    ),
  requestTooLarge: () =>
    new Refusal('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.'),
  responseTooLarge: () =>
    new Refusal('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'),
} as const;

/** A call that this host does not understand: no error of Excel's, but a hole in the host or a slip in the caller. */
export class NotUnderstood extends Error {}
