/**
 * What owners write over or before a line of figures that is not the figures themselves, by language. A person who misses a
 * word adds it here: finder and tracking both read it. All lower case; words of two parts with a space.
 */
export const LINE_WORDS: Record<LineRole, Record<string, string>> = {
  total: {
    en: 'total|totals|grand total|subtotal|sub total|sum|average|avg|mean|median|min|max|minimum|maximum|count',
    de: 'summe|gesamt|gesamtsumme|zwischensumme|mittelwert|durchschnitt|schnitt',
    fr: 'total|totaux|sous total|somme|moyenne',
    es: 'total|totales|suma|promedio|media',
    it: 'totale|totali|somma|media',
    pt: 'total|totais|soma|média',
    nl: 'totaal|som|gemiddelde',
    sv: 'totalt|summa|medelvärde|genomsnitt|snitt',
    ja: '合計|小計|総計|平均',
  },
  actual: {
    en: 'actual|actuals|this year|current year|ty|cy',
    de: 'ist|ist wert|istwert|tatsächlich|laufendes jahr|dieses jahr',
    fr: 'réel|réalisé',
    es: 'real|realizado',
    it: 'effettivo|consuntivo',
    pt: 'real|realizado',
    nl: 'werkelijk|realisatie|gerealiseerd',
    sv: 'utfall|faktisk|faktiskt',
    ja: '実績',
  },
  target: {
    en: 'target|targets|goal|budget|budgeted|plan|planned|quota|objective',
    de: 'ziel|zielwert|soll|sollwert|soll wert|plan|planwert|budget|vorgabe',
    fr: 'objectif|cible|budget|prévu|budgété',
    es: 'objetivo|meta|presupuesto|presupuestado|plan',
    it: 'obiettivo|target|budget|preventivo',
    pt: 'meta|objetivo|orçamento|orçado|previsto',
    nl: 'doel|doelstelling|begroting|begroot|budget|norm',
    sv: 'mål|målvärde|budget|planerat',
    ja: '目標|予算|計画',
  },
  forecast: {
    en: 'forecast|projected|projection|estimate',
    de: 'prognose|hochrechnung|forecast',
    fr: 'prévision|prévisionnel',
    es: 'previsión|pronóstico',
    it: 'previsione',
    pt: 'previsão',
    nl: 'prognose|verwachting',
    sv: 'prognos',
    ja: '予測|見込',
  },
  change: {
    en: 'change|chg|variance|var|diff|difference|delta|δ|growth|yoy|mom|wow|qoq|vs|% change|% of income|% of sales|% of revenue|% of total|% of row|% of column',
    de: 'abweichung|veränderung|differenz|diff|abw|wachstum|ggü|zum vormonat|zum vorjahr',
    fr: 'écart|évolution|variation|différence',
    es: 'variación|diferencia|desviación',
    it: 'scostamento|variazione|differenza',
    pt: 'variação|diferença|desvio',
    nl: 'afwijking|verschil|groei',
    sv: 'avvikelse|förändring|skillnad|diff',
    ja: '差異|差額|前年比|前月比|増減|達成率',
  },
  'to date': {
    en: 'ytd|qtd|mtd|to date|year to date|cumulative|cum|running total|rolling 12|trailing',
    de: 'kumuliert|kum|aufgelaufen|bis heute',
    fr: 'cumul|cumulé',
    es: 'acumulado|acumulada',
    it: 'cumulato|progressivo',
    pt: 'acumulado|acumulada',
    nl: 'cumulatief',
    sv: 'ackumulerat|ack',
    ja: '累計',
  },
  'last year': {
    en: 'last year|prior year|previous year|ly|py|prior period|previous period|last month',
    de: 'vorjahr|vj|vormonat',
    fr: 'année précédente|n 1|an dernier',
    es: 'año anterior|mes anterior',
    it: 'anno precedente|mese precedente',
    pt: 'ano anterior|mês anterior',
    nl: 'vorig jaar|vorige maand',
    sv: 'föregående år|förra året',
    ja: '前年|前月',
  },
};

/** What a line of figures is to those beside it. */
export type LineRole = 'total' | 'actual' | 'target' | 'forecast' | 'change' | 'to date' | 'last year';

/** A label taken apart: what it is, and the name that is left. */
export interface LineLabel {
  role: LineRole | null;
  /** Without the words of its role: `Revenue` of `Revenue (Budget)`. */
  name: string;
}

const ROLES = Object.keys(LINE_WORDS) as LineRole[];
/** The first that fits counts: the variance of a budget is a change. */
const ORDER: LineRole[] = ['change', 'to date', 'last year', 'forecast', 'target', 'actual', 'total'];

const PHRASES = new Map<LineRole, RegExp>(
  ROLES.map(role => {
    const phrases = [...new Set(Object.values(LINE_WORDS[role]).flatMap(words => words.split('|')))];
    const spelled = phrases
      .sort((a, b) => b.length - a.length)
      .map(phrase => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s_-]+'));
    // Japanese is written without spaces between words.
    const [asian, spaced] = [spelled.filter(isAsian), spelled.filter(word => !isAsian(word))];
    const source = `(?<![\\p{L}\\p{M}\\p{N}])(?:${spaced.join('|')})(?![\\p{L}\\p{M}\\p{N}])|${asian.join('|')}`;
    return [role, new RegExp(source, 'iu')];
  }),
);

function isAsian(word: string): boolean {
  return /[\u3040-\u9fff]/.test(word);
}

const READ = new Map<string, LineLabel>();

/**
 * What a label says of its line.
 *
 * @param text  `Revenue (Budget)`, `Ist`, `% change`, `Total`
 * @returns     its role and the name without it; no role and the whole text where no word of the table is in it
 */
export function readLabel(text: string): LineLabel {
  const known = READ.get(text);
  if (known) return known;
  const role = SHARE.test(text)
    ? 'change'
    : isStatement(text)
      ? null
      : (ORDER.find(each => PHRASES.get(each)!.test(text)) ?? null);
  const name = role === null ? text.trim() : bare(text.replace(PHRASES.get(role)!, ' '));
  // *% of sales* under a month is a share of its neighbour; *Labour % of sales* is a figure of its own.
  const isOwn = name !== '' && /\S\s+(as\s+)?%\s+of\s/i.test(text);
  const label: LineLabel = isOwn ? { role: null, name: text.trim() } : { role, name };
  if (READ.size < 10_000) READ.set(text, label);
  return label;
}

/** Whether a text says more than a label does: a question of a survey may speak of goals and plans. */
function isStatement(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return words > 6 || (words > 3 && /\bgoals?\b|^(i|we|my|our|ich|wir|je|nous)\b|\?$/i.test(text));
}

/** A percentage of its neighbours and nothing else. */
const SHARE = /^\s*(%|Δ\s*%?|[±∆]\s*%?|%\s*[Δ∆]|\+\/-\s*%?)\s*$/;

/** A name without the brackets and dashes that its role was in. */
function bare(text: string): string {
  return text
    .replace(/[([{]\s*[)\]}]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—:|/,._]+|[\s\-–—:|/,._]+$/g, '')
    .trim();
}

const TOTAL_WORDS = Object.values(LINE_WORDS.total).join('|').replace(/ /g, '[\\s-]+');
/** How a label begins or ends that sums up what is before it: `Total`, `Grand total 2024`, `Summe`, `2023 Total`. */
const SUMS = new RegExp(
  `^\\W*(?:[\\p{N}\\p{L}]{1,9}\\s+)?(?:${TOTAL_WORDS})\\W*$|^\\W*(?:${TOTAL_WORDS})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** Half years and the months of a year so far, which sum up the periods before them: `H1 2025`, `1. Halbjahr`, `9M 2024`. */
const HALF_YEAR =
  /^(?:h\s?[12]|[12]\s?h|hj\s?[12]|[12]\.?\s?(?:hj|halbjahr|half)|(?:1st|2nd|first|second)\s+half|half[\s-]?year(?:\s?[12])?|s[12]|[12](?:er|ère|e|º|°|o)?\s*(?:semestre|semester)|(?:semestre|semester)\s*[12]|(?:6|9|12)\s?m)(?=$|[\s'’/-])(?:[\s/-]*(?:fy|de|of|gj)?[\s'’]*(?:\d{4}|\d{2}))?$/iu;

/** Whether a label names a half year: `H1 2025`, `1. Halbjahr`, `S2 2024`. */
export function isHalfYear(text: string): boolean {
  return HALF_YEAR.test(text.trim());
}

/** Whether a label sums up others, wherever periods or accounts are listed. */
export function isTotal(text: string): boolean {
  return SUMS.test(text.trim()) || isHalfYear(text);
}
