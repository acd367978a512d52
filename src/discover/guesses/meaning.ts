import type { Better } from '../../alignment';
import type { Combine } from '../../workbook/register';
import type { Measure } from '../../workbook/sheets/measures';
import type { Found, Guess } from '../found';
import { type Term, termIn } from '../words/business';
import { functionNamed, sectionOf } from '../words/headers';
import { isCurrency } from './unit';

/** The business term of a series: that of its name, or of its group; in a profit and loss account its section decides. */
export function termOf(name: string, groups: string[]): Term | null {
  const own = termIn(name);
  const section = sectionOf(groups);
  if (section === null || SUMS_UP.test(name)) return own ?? termIn(groups.join(' · '));
  if (section === 'spent') return own?.better === 'lower' && !own.unsure ? own : SPENT;
  return own?.better === 'lower' && !REDUCES.test(name) ? EARNED : (own ?? EARNED);
}

/** Rows that sum up several sections. */
const SUMS_UP =
  /^(total|gross|net|operating)\b|profit|ebit|gewinn|ergebnis|überschuss|rohertrag|résultat|bénéfice|utilidad|beneficio|utile|margine|lucro|winst|resultat|利益/i;
/** What is earned less: more of it is worse. */
const REDUCES =
  /discount|refund|return|allowance|rabatt|skont|erlösschmälerung|remise|avoir|descuento|devoluci|sconti|resi|desconto|korting|retour|rabatter|値引|返品/i;
const SPENT = termIn('costs')!;
const EARNED = termIn('revenue')!;

/** Which way is better: as the sheet says, as its target is written, or as the business term has it. */
export function betterOf(
  said: string | number | undefined,
  target: string | number | undefined,
  term: Term | null,
  guess: Guess,
): Better {
  const text = typeof said === 'string' ? said.trim().toLowerCase() : '';
  if (
    /^(higher|up|more|max|maximi[sz]e|increase|↑|▲|hoch|höher|mehr|steigend|plus|haut|más|mayor|più|hoger|högre|高)/.test(
      text,
    )
  )
    return 'higher';
  if (
    /^(lower|down|less|min|minimi[sz]e|decrease|↓|▼|niedrig|weniger|fallend|tiefer|moins|bas|menos|menor|meno|lager|lägre|低)/.test(
      text,
    )
  )
    return 'lower';
  if (typeof target === 'string') {
    if (/^\s*(<|≤|max|under|below|höchstens|bis|unter)/i.test(target)) return 'lower';
    if (/^\s*(>|≥|min|over|above|mindestens|über)/i.test(target)) return 'higher';
  }
  return term ? guess('better', term.better, term.unsure ?? false) : guess('better', 'higher');
}

/** Names of figures that are averages already. */
const AVERAGED =
  /\b(avg|average|mean|median|ratio|rate|rates|index|score|per|pro|je|par|por)\b|%|ø|quote|durchschnitt|moyen|promedio|medi[ao]\b|gemiddeld|genomsnitt|snitt|taux|tasa|tasso|taxa|平均|率/i;

/** How figures become one of a longer period. */
export function combineOf(found: Found, unit: string, name: string, term: Term | null, guess: Guess): Combine {
  if (unit === '%' || /%/.test(found.format)) return 'mean';
  if (AVERAGED.test(name)) return 'mean';
  if (term) return guess('combine', term.combine, term.unsure ?? false);
  if (isCurrency(unit)) return 'sum';
  return guess('combine', 'sum');
}

/** The business function: that of the department beside it, of its group or sheet, or of its term. */
export function functionOf({ said, groups, sheet }: Found, term: Term | null, guess: Guess): string {
  if (typeof said.function === 'string' && said.function.trim() !== '')
    return functionNamed(said.function) ?? said.function.trim();
  const inGroups = [...groups, sheet].map(functionNamed).find(name => name !== null);
  if (inGroups) return inGroups;
  return guess('function', term?.function ?? '', term === null || (term.unsure ?? false));
}

export function measureOf(term: Term | null, guess: Guess): Measure {
  return guess('measure', term?.measure ?? 'other', term === null || (term.unsure ?? false));
}
