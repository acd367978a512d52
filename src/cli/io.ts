import { serialOf } from '../cells/serial';

/** What a command sees of the world: where it writes, what day it is, who reads. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Serial of today in the local calendar. */
  today: number;
  /** BCP 47 tag. */
  locale: string;
  /** Characters a line. */
  width: number;
  color: boolean;
}

/** Wider lines are tiring to read. */
const WIDEST = 100;

/** The terminal that the command runs in. */
export function terminal(): Io {
  const { stdout, stderr, env } = process;
  const now = new Date();
  return {
    out: text => void stdout.write(`${text}\n`),
    err: text => void stderr.write(`${text}\n`),
    today: serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate()),
    locale: localeOf(env.LC_ALL || env.LC_TIME || env.LANG || ''),
    width: Math.min(stdout.columns ?? 80, WIDEST),
    color: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}

/**
 * A locale of the environment as a BCP 47 tag.
 *
 * @param posix  `de_DE.UTF-8`, `C`, or nothing
 * @returns      `de-DE`; `en` for what is none
 */
export function localeOf(posix: string): string {
  const tag = posix.replace(/[.@].*$/, '').replace(/_/g, '-');
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0]! : 'en';
  } catch {
    return 'en';
  }
}
