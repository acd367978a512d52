import { serialOf } from '../../cells/serial';

/** The browser's day as a serial number. */
export function today(now = new Date()): number {
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
