/** The words of whatever was thrown: what a service of Apps Script throws is no Error of the script's own realm. */
export function wordsOf(reason: unknown): string {
  return (reason as { message?: string } | null)?.message ?? String(reason);
}
