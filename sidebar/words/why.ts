/**
 * The words of whatever was thrown; the core's and the hosts' errors carry messages for people.
 *
 * @param reason  what a `catch` caught
 */
export function why(reason: unknown): string {
  if (reason instanceof Error && reason.message !== '') return reason.message;
  return typeof reason === 'string' && reason !== '' ? reason : 'The spreadsheet gave no reason.';
}
