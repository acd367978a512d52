import type { Cadence } from '../../src/cells/period';
import type { InstallOptions, Mapping } from '../../src/templates/install/layout';
import { CALLS_FUNCTIONS, type Host } from '../../src/workbook/edits/degrade';
import type { Place } from '../../src/workbook/register';
import { typedPlace } from '../kpis/selectedCells';

/** How a template is to be filled. */
export type Way = 'sample' | 'empty' | 'mapped';

/** What an owner has chosen and typed, as it is in the form. */
export interface InstallDraft {
  way: Way;
  /** Whether a sample goes into a workbook of its own, where the page can open one. */
  apart: boolean;
  cadence: Cadence | '';
  /** 1 to 12 as text, or blank. */
  fiscalYearStart: string;
  currency: string;
  periods: string;
  /** Ranges as typed, by the id of their input. */
  ranges: Record<string, string>;
  answers: Record<string, string>;
}

export const EMPTY_INSTALL: InstallDraft = {
  way: 'sample',
  apart: true,
  cadence: '',
  fiscalYearStart: '',
  currency: '',
  periods: '',
  ranges: {},
  answers: {},
};

/** The most periods that a template is made for. */
const MOST_PERIODS = 400;

/** What is wrong with the number of periods, in words; undefined where nothing is. */
export function periodsMistake({ periods }: InstallDraft): string | undefined {
  if (periods.trim() === '') return undefined;
  const count = Number(periods);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_PERIODS) return undefined;
  return `Write a whole number from 1 to ${MOST_PERIODS}.`;
}

/** The cells that were typed for the inputs, and why some texts are none. */
export function placesOfDraft({ way, ranges }: InstallDraft): {
  places: Record<string, Place>;
  wrong: Record<string, string>;
} {
  const places: Record<string, Place> = {};
  const wrong: Record<string, string> = {};
  if (way !== 'mapped') return { places, wrong };
  for (const [id, text] of Object.entries(ranges)) {
    if (text.trim() === '') continue;
    const place = text.includes('!') ? typedPlace(text, '') : 'Write it with its sheet, like Orders!B2:B25.';
    if (typeof place === 'string') wrong[id] = place;
    else places[id] = place;
  }
  return { places, wrong };
}

/** A draft as the installer takes it, for a host. */
export function installOptions(draft: InstallDraft, host: Host): InstallOptions {
  const { way, cadence, fiscalYearStart, currency, periods, answers } = draft;
  const { places } = placesOfDraft(draft);
  const mapping: Mapping = Object.fromEntries(Object.entries(places).map(([id, values]) => [id, { values }]));
  return {
    mode: way === 'sample' ? 'sample' : 'empty',
    functions: CALLS_FUNCTIONS[host],
    ...(Object.keys(mapping).length > 0 && { mapping }),
    ...(cadence !== '' && { cadence }),
    ...(fiscalYearStart !== '' && { fiscalYearStart: Number(fiscalYearStart) }),
    ...(currency.trim() !== '' && { currency: currency.trim() }),
    ...(periods.trim() !== '' && { periods: Number(periods) }),
    answers,
  };
}
