/** The clocks of each zone: making one takes a hundred times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  clocks.set(timeZone, clock);
  return clock;
}

/** The instant at which clocks in a zone show a serial number. */
export function instantOf(serial: number, timeZone: string): number {
  const shown = Math.round((serial - 25_569) * 86_400_000);
  const offset = (at: number) => {
    const { year, month, day, hour, minute, second } = Object.fromEntries(
      clockOf(timeZone)
        .formatToParts(at)
        .map(({ type, value }) => [type, Number(value)]),
    ) as Record<string, number>;
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
  const guess = shown - offset(shown);
  return shown - offset(guess);
}
