/** The instant at which clocks in a zone show a serial number. */
export function instantOf(serial: number, timeZone: string): number {
  const shown = Math.round((serial - 25_569) * 86_400_000);
  const offset = (at: number) => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
      .formatToParts(at)
      .reduce<Record<string, number>>((all, { type, value }) => Object.assign(all, { [type]: Number(value) }), {});
    const year = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric' }).format(at);
    return (
      Date.UTC(Number(year), parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second) -
      Math.floor(at / 1000) * 1000
    );
  };
  const guess = shown - offset(shown);
  return shown - offset(guess);
}
