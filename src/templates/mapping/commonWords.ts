import { plainName } from '../../workbook/sheets/names';

/**
 * Words that mean the same in a business's tables: English, German, French, Spanish, Italian, Dutch, and how people shorten
 * them. What a trade calls its own is with each template's column (`words`).
 */
const SYNONYMS: string[][] = [
  'customers customer clients client kunden kunde clientes cliente clienti klanten klant accounts buyers'.split(' '),
  'lost churned cancelled canceled verloren gekündigt abgewandert perdus résiliés perdidos bajas persi disdette opgezegd'.split(
    ' ',
  ),
  'new gained won neu neue neukunden gewonnen nouveaux gagnés nuevos ganados nuovi vinti nieuwe gewonnen'.split(' '),
  'start opening begin beginning anfang anfangsbestand début inicio inizio begin beginstand'.split(' '),
  'end closing ende endbestand fin final fine finale einde eindstand'.split(' '),
  'orders order bestellungen bestellung aufträge auftrag commandes commande pedidos pedido ordini ordine bestellingen opdrachten'.split(
    ' ',
  ),
  'revenue sales turnover takings income umsatz erlöse einnahmen ventes recettes ca ventas ingresos facturación fatturato ricavi vendite incassi omzet opbrengst'.split(
    ' ',
  ),
  'cost costs expense expenses kosten aufwand coût coûts coûts frais costes gastos costo costi spese kosten uitgaven'.split(
    ' ',
  ),
  'leads enquiries inquiries anfragen interessenten prospects demandes consultas contactos richieste contatti aanvragen'.split(
    ' ',
  ),
  'visitors visits traffic besucher besuche visiteurs visites visitantes visitas visitatori visite bezoekers bezoeken'.split(
    ' ',
  ),
  'stock inventory lager lagerbestand bestand stocks inventaire existencias inventario magazzino scorte giacenza voorraad'.split(
    ' ',
  ),
  'hours stunden heures horas ore uren'.split(' '),
  'days tage jours días dias giorni dagen'.split(' '),
  'employees staff headcount mitarbeiter personal effectif salariés empleados plantilla dipendenti personale medewerkers personeel'.split(
    ' ',
  ),
  'returns retouren rücksendungen retours devoluciones resi retouren'.split(' '),
  'complaints beschwerden reklamationen réclamations plaintes quejas reclamaciones reclami klachten'.split(' '),
  'budget plan planned prévu presupuesto preventivo begroting gepland'.split(' '),
  'actual ist réel real effettivo werkelijk'.split(' '),
  'cash bank kasse liquidität trésorerie caisse caja tesorería cassa liquidità kas'.split(' '),
  'answers responses antworten réponses respuestas risposte antwoorden'.split(' '),
  'satisfied zufrieden satisfaits satisfechos soddisfatti tevreden'.split(' '),
  'produced made output produziert gefertigt produits producido prodotto geproduceerd'.split(' '),
  'waste scrap leftovers ausschuss abfall reste rebut pertes desperdicio merma scarti sprechi afval verspilling'.split(
    ' ',
  ),
  'spend advertising marketing ausgaben werbung dépenses publicité gasto publicidad spesa pubblicità uitgaven reclame'.split(
    ' ',
  ),
  'opportunities deals chancen opportunitäten opportunités oportunidades opportunità kansen offertes'.split(' '),
];

const GROUP = new Map(SYNONYMS.flatMap((words, group) => words.map(word => [word, group] as const)));
/** Words that say nothing of what is counted. */
const PASSED = new Set(
  'of the a in at to per and or by von der die das am im pro und oder de la le les du des et al el los las y per di il lo gli e van het een en op nr no'.split(
    ' ',
  ),
);

/** A header's words as they are compared: each by its group of synonyms, else as it is. */
function meaning(text: string): Set<string> {
  const words = plainName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 && !PASSED.has(word));
  return new Set(
    words.map(word => (GROUP.has(word) ? `#${GROUP.get(word)}` : word.replace(/(?<=.{4})(s|n|en|es)$/, ''))),
  );
}

/**
 * How well a header fits a name.
 *
 * @returns  0 for nothing in common to 1 for the same words in any language known here
 */
export function likeness(header: string, name: string): number {
  if (plainName(header) === plainName(name)) return 1;
  const [one, other] = [meaning(header), meaning(name)];
  const shared = [...one].filter(word => other.has(word)).length;
  return shared === 0 ? 0 : (0.95 * 2 * shared) / (one.size + other.size);
}
