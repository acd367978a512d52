/** What owners write over the columns of a table that are no figures of a period, by language; several separated by a bar. */
export const HEADER_WORDS: Record<HeaderKind, string> = {
  name: 'kpi|kpis|metric|metrics|name|measure|indicator|account|item|description|line item|category|product|kennzahl|bezeichnung|konto|position|artikel|indicateur|libellé|compte|indicador|concepto|cuenta|métrica|descripción|indicatore|voce|descrizione|conto|descrição|conta|rubrica|omschrijving|rekening|naam|nyckeltal|benämning|指標|項目|勘定科目|科目',
  unit: 'unit|units|unit of measure|uom|einheit|unité|unidad|unità|unidade|eenheid|enhet|単位',
  target:
    'target|goal|budget|plan|objective|threshold|target value|annual target|ziel|zielwert|soll|sollwert|objectif|cible|objetivo|meta|obiettivo|doel|norm|mål|målvärde|目標|目標値|予算',
  better:
    'better|direction|polarity|good is|desired|trend wanted|richtung|besser|sens|dirección|direzione|direção|richting|riktning|方向',
  function:
    'department|dept|function|business function|area|team|division|bereich|abteilung|funktion|département|service|fonction|departamento|área|función|reparto|funzione|departamento|setor|afdeling|functie|avdelning|部門|部署',
  owner: 'owner|responsible|verantwortlich|responsable|responsabile|responsável|eigenaar|ansvarig|担当|担当者',
  other:
    'frequency|weight|source|notes|note|comment|comments|formula|definition|status|trend|no|nr|#|id|code|account no|account number|acct|häufigkeit|gewicht|quelle|bemerkung|notiz|kommentar|konto-nr|kontonummer|nummer|fréquence|remarque|frecuencia|notas|nota|codice|código|opmerking|anmärkning|備考|番号|コード',
};

export type HeaderKind = 'name' | 'unit' | 'target' | 'better' | 'function' | 'owner' | 'other';

const KINDS = new Map(
  (Object.entries(HEADER_WORDS) as [HeaderKind, string][]).flatMap(([kind, words]) =>
    words.split('|').map(word => [word, kind] as const),
  ),
);

/** What a header of a table announces; null for one that is none of the table's own. */
export function headerKind(text: string): HeaderKind | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[.:*]+$/, '')
    .replace(/\s+/g, ' ');
  return KINDS.get(plain) ?? null;
}

/** Headers of numbers that count or name something and are no figures: `No.`, `Order ID`, `PLZ`. */
const NUMBERED =
  /^(no|nr|n°|#|id|row|line|idx|index|year|month|week|day|quarter|period|fiscal year|hour|rank|code|sku|zip|plz|phone|jahr|monat|woche|tag|quartal|periode|lfd\.? ?nr|année|mois|semaine|jour|numéro|año|mes|semana|día|anno|mese|settimana|giorno|ano|mês|dia|jaar|maand|week|dag|kwartaal|år|månad|vecka|年|月|週|番号|no)\.?$|(^|[\s_#-])(id|no|nr|number|nummer|num|code|sku|ean|isbn|zip|postcode|plz|phone|telefon|vat id|iban|konto|kontonummer|belegnr|gegenkonto|rechnungsnr|rechnungsnummer|kundennr|belegfeld \d|numéro|número|numero)\.?$/i;

/** Whether a header heads numbers that are names: of an order, an account, a week. */
export function headsNumbers(header: string): boolean {
  return (
    NUMBERED.test(header.trim()) &&
    !/^(number|no\.?|#|count|sum|average|avg|summe|nombre|número|numero|aantal) (of|von|de|di|van) |^anzahl|^antal /i.test(
      header.trim(),
    )
  );
}

/** Names of business functions by language, as they head a sheet or a group of rows. */
export const FUNCTION_WORDS: Record<string, string> = {
  Marketing: 'marketing|mktg|marknad|マーケティング',
  Sales: 'sales|vertrieb|verkauf|ventes|ventas|vendite|vendas|verkoop|försäljning|sälj|営業',
  Operations:
    'operations|ops|production|betrieb|produktion|fertigung|logistik|opérations|operaciones|producción|operazioni|produzione|operações|produção|productie|operatie|drift|製造|生産|業務',
  'Customer Service':
    'customer service|customer support|support|service|kundenservice|kundendienst|service client|atención al cliente|servizio clienti|atendimento|klantenservice|kundtjänst|サポート|顧客サービス',
  Finance: 'finance|finances|financial|finanzen|buchhaltung|finanzas|finanza|finanças|financiën|ekonomi|財務|経理',
  People: 'people|hr|human resources|personal|personnel|personalwesen|rh|recursos humanos|risorse umane|personeel|人事',
};

const FUNCTIONS = new Map(
  Object.entries(FUNCTION_WORDS).flatMap(([name, words]) => words.split('|').map(word => [word, name] as const)),
);

/** The business function that a text names and nothing else: a sheet's name, a group of rows. */
export function functionNamed(text: string): string | null {
  return (
    FUNCTIONS.get(
      text
        .trim()
        .toLowerCase()
        .replace(/\s+(kpis?|metrics|kennzahlen)$/, ''),
    ) ?? null
  );
}

/** Headings of a profit and loss account below which figures are earned, or spent. */
const EARNED =
  /^(total )?((trading|operating|ordinary|other|sales|service|net|gross|main) )*(income|revenues?|turnover|umsatzerlöse|erlöse|erträge|betriebseinnahmen|einnahmen|produits( d'exploitation)?|recettes|ingresos|ricavi|receitas|opbrengsten|inkomsten|intäkter|収益|売上高?)$/i;
const SPENT =
  /^(total )?(less )?((operating|other|administrative|admin|general|overhead|direct|indirect|ordinary|variable|fixed) )*(expenses?|expenditures?|costs?|overheads?|cost of (sales|goods sold|revenue)|cogs|purchases|aufwendungen|aufwand|kosten|betriebsausgaben|ausgaben|charges( d'exploitation)?|dépenses|gastos|costes|costos|costi|spese|custos|despesas|uitgaven|kostnader|費用|経費|販管費|売上原価)$/i;

/**
 * Which way is better below a heading of a profit and loss account.
 *
 * @param sections  headings above a row, the nearest first
 * @returns         null below none
 */
export function sectionOf(sections: string[]): 'earned' | 'spent' | null {
  for (const section of sections) {
    const plain = section
      .trim()
      .replace(/[:.]+$/, '')
      .replace(/^ordinary income\/expense$/i, '');
    if (EARNED.test(plain)) return 'earned';
    if (SPENT.test(plain)) return 'spent';
  }
  return null;
}
