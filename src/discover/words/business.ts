import type { Better } from '../../alignment';
import type { Combine } from '../../workbook/register';
import type { Measure } from '../../workbook/sheets/measures';

/** What a business term says of a series whose name holds it. */
export interface Term {
  better: Better;
  /** Whether another direction can be meant as well: more advertising is neither good nor bad. */
  unsure?: boolean;
  function: string;
  measure: Measure;
  /** How figures of shorter steps become one; a percentage is averaged in any case. */
  combine: Combine;
  /** How the term is called, by language; several separated by a bar. All lower case. */
  words: Record<string, string>;
}

const [MARKETING, SALES, OPERATIONS, SERVICE, FINANCE, PEOPLE] = [
  'Marketing',
  'Sales',
  'Operations',
  'Customer Service',
  'Finance',
  'People',
];

/**
 * Business terms in nine languages. The first that fits a name counts, so that what is more particular is first: the cost of
 * sales is a cost, late orders are late. Add a missing word to its line; another language is another key.
 */
export const TERMS: Term[] = [
  term('higher', OPERATIONS, 'other', 'mean', {
    en: 'on time|on-time|otd|otif|on schedule|time saved|hours saved|delivered complete|fill rate|first time right|first pass yield|yield|pick accuracy|inventory accuracy|order accuracy',
    de: 'pünktlich|liefertreue|termintreue|termingerecht|gutausbeute',
    fr: "à l'heure|à temps|ponctualité|taux de service",
    es: 'a tiempo|puntualidad|puntual|nivel de servicio',
    it: 'in orario|puntualità|puntuali',
    pt: 'no prazo|pontualidade',
    nl: 'op tijd|leverbetrouwbaarheid',
    sv: 'i tid|leveransprecision|leveranssäkerhet',
    ja: '納期遵守|定時',
  }),
  term('higher', FINANCE, 'other', 'sum', {
    en: 'savings|saved|cost reduction|interest income|interest received',
    de: 'einsparung|ersparnis',
    fr: 'économies',
    es: 'ahorro|ahorros',
    it: 'risparmi|risparmio',
    pt: 'poupança|economia',
    nl: 'besparing',
    sv: 'besparing',
    ja: '削減額|節約',
  }),
  term('lower', SERVICE, 'churn', 'sum', {
    en: 'churn|churned|cancellations|cancelled|canceled|lost customers|customers lost|subscribers lost|lost clients|attrition|unsubscribes|unsubscribed|downgrades',
    de: 'abwanderung|kündigungen|kündigungsquote|stornierungen|stornoquote|storno|verlorene kunden|kundenverlust|abmeldungen',
    fr: 'attrition|résiliations|désabonnements|annulations|clients perdus',
    es: 'cancelaciones|bajas|abandono|clientes perdidos|fuga de clientes',
    it: 'disdette|abbandono|cancellazioni|clienti persi',
    pt: 'cancelamentos|evasão|clientes perdidos',
    nl: 'opzeggingen|annuleringen|verloren klanten|klantverloop',
    sv: 'uppsägningar|avbokningar|tappade kunder|kundbortfall',
    ja: '解約|離脱|退会',
  }),
  term('higher', PEOPLE, 'satisfaction', 'mean', {
    en: 'enps|employee satisfaction|staff satisfaction|engagement score|employee engagement|team happiness',
    de: 'mitarbeiterzufriedenheit',
    fr: 'satisfaction des salariés|satisfaction des employés',
    es: 'satisfacción de empleados|clima laboral',
    it: 'soddisfazione dei dipendenti',
    pt: 'satisfação dos colaboradores',
    nl: 'medewerkerstevredenheid',
    sv: 'medarbetarnöjdhet',
    ja: '従業員満足度',
  }),
  term('lower', PEOPLE, 'other', 'mean', {
    en: 'staff turnover|employee turnover|labour turnover|labor turnover|absence|absences|absenteeism|sick leave|sick days|sickness|leavers|resignations|quits|vacancies|vacancy|open positions|overtime',
    de: 'fluktuation|krankenstand|krankheitstage|fehlzeit|überstunden|austritte|krankmeldungen',
    fr: 'absentéisme|absences|arrêts maladie|rotation du personnel|heures supplémentaires|départs',
    es: 'absentismo|ausentismo|ausencias|rotación de personal|horas extra|bajas laborales',
    it: 'assenteismo|assenze|turnover del personale|straordinari|malattie',
    pt: 'absenteísmo|absentismo|faltas|rotatividade|horas extra',
    nl: 'ziekteverzuim|verzuim|personeelsverloop|overuren|overwerk',
    sv: 'sjukfrånvaro|frånvaro|personalomsättning|övertid|sjukdagar',
    ja: '離職|欠勤|残業',
  }),
  term('higher', SERVICE, 'retention', 'mean', {
    en: 'retention|retained|renewal|renewals|renewed|repeat rate|repeat customers|repeat buyers|repeat purchase|returning customers|returning guests|customers who return|guests who return|buyers who return|regulars|loyalty|nrr|grr',
    de: 'kundenbindung|stammkunden|stammgäste|wiederkäufer|wiederkaufsrate|wiederkaufrate|verlängerung',
    fr: 'rétention|fidélité|fidélisation|clients fidèles|renouvellement|habitués',
    es: 'retención|fidelización|clientes recurrentes|renovaciones|clientes habituales',
    it: 'fidelizzazione|retention|rinnovi|clienti abituali',
    pt: 'retenção|fidelização|clientes recorrentes|renovações',
    nl: 'retentie|klantbehoud|terugkerende klanten|vaste klanten|verlengingen',
    sv: 'återkommande|kundlojalitet|förnyelse|stamkunder',
    ja: 'リピート|継続率|再来店',
  }),
  term('lower', SERVICE, 'returns', 'sum', {
    en: 'complaints|complaint rate|complaint|refunds|refund|refunded|returns|return rate|returned|chargebacks|chargeback|credit notes|disputes|disputed|dishes sent back|voids|voided|void rate|allowances',
    de: 'beschwerde|reklamation|retoure|rücksendung|erstattung|gutschrift|rückgabe|rückbuchung',
    fr: 'réclamations|plaintes|retours|retour|remboursements|avoirs|litiges|impayés carte',
    es: 'quejas|reclamaciones|reclamos|devoluciones|reembolsos',
    it: 'reclami|resi|rimborsi|note di credito',
    pt: 'reclamações|queixas|devoluções|reembolsos',
    nl: 'klachten|retouren|retourpercentage|terugbetalingen|creditnota',
    sv: 'klagomål|reklamation|returer|återbetalningar|returgrad',
    ja: '返品|返金|クレーム|苦情',
  }),
  term('higher', SERVICE, 'satisfaction', 'mean', {
    en: 'csat|satisfaction|satisfied|happy|first contact resolution|fcr|solved at first contact|resolution rate|sla|service level|calls answered|answered within',
    de: 'zufrieden|erstlösungsquote|erstlösung|servicelevel|service-level',
    fr: 'satisfaction|satisfaits|résolution au premier contact',
    es: 'satisfacción|satisfechos|resolución en primer contacto',
    it: 'soddisfazione|soddisfatti',
    pt: 'satisfação|satisfeitos',
    nl: 'tevredenheid|tevreden',
    sv: 'nöjdhet|nöjda|kundnöjdhet|nki',
    ja: '満足度|満足',
  }),
  term('higher', SERVICE, 'reputation', 'mean', {
    en: 'nps|net promoter|promoter score|recommend',
    de: 'weiterempfehlung|promotoren',
    fr: 'recommandation|promoteurs',
    es: 'recomendación|promotores',
    it: 'promotori|raccomandazione',
    pt: 'promotores|recomendação',
    nl: 'aanbeveling|promotors',
    sv: 'rekommendation',
    ja: '推奨度',
  }),
  term('higher', MARKETING, 'reputation', 'mean', {
    en: 'rating|ratings|star rating|stars|review score|google reviews|online reviews|reviews|trustpilot',
    de: 'bewertung|sterne|durchschnittsnote',
    fr: 'note moyenne|avis|étoiles|note google',
    es: 'valoración|estrellas|reseñas|calificación',
    it: 'valutazione|recensioni|stelle',
    pt: 'avaliação|avaliações|estrelas',
    nl: 'beoordeling|sterren|recensies',
    sv: 'betyg|omdöme|stjärnor',
    ja: '評価|口コミ|レビュー',
  }),
  term('lower', OPERATIONS, 'stock-outs', 'sum', {
    en: 'stockouts|stock-outs|stock outs|stockout|out of stock|out-of-stock|sell-out|sold out|backorders|back orders|lost sales',
    de: 'fehlbestand|fehlbestände|ausverkauft|fehlmengen|lieferrückstand',
    fr: 'ruptures de stock|ruptures|rupture',
    es: 'roturas de stock|rotura de stock|agotados|faltantes',
    it: 'rotture di stock|esauriti|mancanti',
    pt: 'ruturas|rupturas|sem estoque|esgotados',
    nl: 'niet op voorraad|uitverkocht|nee-verkopen',
    sv: 'slut i lager|restorder|slutsålt',
    ja: '欠品|品切れ',
  }),
  term('lower', OPERATIONS, 'waste', 'sum', {
    en: 'waste|wastage|wasted|scrap|scrapped|spoilage|shrinkage|shrink|rework|reworked|defects|defect|defective|rejects|rejected|errors|error|mistakes|failures|failure|failed|leftovers|leftover|left over|unsold|spillage|breakage|damaged|damages|ppm',
    de: 'ausschuss|abfall|abschrift|verderb|nacharbeit|schwund|fehler|mängel|reste|bruch|makulatur|verschnitt',
    fr: 'rebut|rebuts|déchets|pertes|gaspillage|erreurs|défauts|invendus|casse|retouches',
    es: 'merma|mermas|desperdicio|desperdicios|residuos|defectos|defectuosos|errores|sobrantes|rechazos',
    it: 'scarti|scarto|sprechi|spreco|difetti|difettosi|errori|invenduto|invenduti|rilavorazioni',
    pt: 'desperdício|desperdícios|defeitos|erros|perdas|sobras|refugo|quebras',
    nl: 'afval|verspilling|uitval|fouten|derving|defecten|restanten',
    sv: 'svinn|kassation|spill|felkvot|avfall|kasserade|omarbetning|defekter',
    ja: '廃棄|不良|ロス|ミス|エラー',
  }),
  term('lower', OPERATIONS, 'other', 'sum', {
    en: 'downtime|outages|outage|incidents|incident|accidents|accident|injuries|injury|near misses|bugs|breakdowns|stoppages|emergency|unplanned',
    de: 'ausfallzeit|stillstand|störung|unfälle|unfall|zwischenfälle|ausfälle',
    fr: 'pannes|accidents|incidents|arrêts|interruptions',
    es: 'accidentes|incidencias|incidentes|paradas|averías|tiempo de inactividad',
    it: 'infortuni|incidenti|fermi|guasti|fermo macchina',
    pt: 'acidentes|incidentes|paragens|paradas|avarias',
    nl: 'storingen|ongevallen|incidenten|stilstand',
    sv: 'olyckor|driftstopp|incidenter|stopptid|tillbud',
    ja: '事故|故障|停止時間|障害',
  }),
  term('lower', FINANCE, 'other', 'last', {
    en: 'overdue|past due|dso|days sales outstanding|debtor days|receivables|receivable|debtors|payables|payable|creditors|debt|debts|loan|loans|liabilities|borrowings|overdraft|bad debt|unpaid',
    de: 'überfällig|forderungen|verbindlichkeiten|schulden|darlehen|außenstände|offene posten|rückstellungen|kredite',
    fr: 'créances|dettes|impayés|emprunts|retards de paiement|fournisseurs à payer|encours clients',
    es: 'cuentas por cobrar|cuentas por pagar|deuda|deudas|impagados|préstamos|vencido|morosidad|pasivo',
    it: 'crediti verso|debiti|scaduto|insoluti|mutui|passivo',
    pt: 'contas a receber|contas a pagar|dívida|dívidas|empréstimos|em atraso|inadimplência|passivo',
    nl: 'debiteuren|crediteuren|schulden|leningen|achterstallig|openstaand',
    sv: 'kundfordringar|leverantörsskulder|skulder|lån|förfallna',
    ja: '売掛金|買掛金|負債|借入|未収',
  }),
  term('lower', OPERATIONS, 'fulfilment time', 'mean', {
    en: 'lead time|cycle time|turnaround|response time|resolution time|handling time|handle time|aht|wait time|waiting time|wait|delivery time|delivery days|fulfilment time|fulfillment time|fulfilment days|processing time|days to|hours to|minutes to|time to|minutes from|days from|first response|first reply|reply time|page load|load time|latency|duration|days in stock|days on hand|time per|minutes per|hours per',
    de: 'lieferzeit|durchlaufzeit|wartezeit|reaktionszeit|antwortzeit|bearbeitungszeit|lösungszeit|ladezeit|bearbeitungsdauer|dauer|rüstzeit|tage bis|stunden bis|minuten bis|versandtage|zykluszeit',
    fr: "délai|délais|temps d'attente|temps de réponse|temps de|durée|temps moyen|jours pour",
    es: 'plazo|tiempo de|tiempo medio|tiempo promedio|duración|días hasta|demora',
    it: 'tempo di|tempi di|tempo medio|durata|giorni per|attesa',
    pt: 'tempo de|tempo médio|prazo de|prazo|duração|dias até|espera',
    nl: 'doorlooptijd|levertijd|wachttijd|reactietijd|responstijd|verwerkingstijd|behandeltijd|afhandeltijd|oplostijd|duur',
    sv: 'ledtid|leveranstid|svarstid|väntetid|handläggningstid|genomloppstid|lösningstid|cykeltid',
    ja: 'リードタイム|待ち時間|応答時間|所要時間|対応時間|納期|日数',
  }),
  term('lower', OPERATIONS, 'other', 'last', {
    en: 'backlog|late|delayed|delays|delay|queue|queue length|open tickets|open cases|open issues|unresolved|abandoned|no-shows|no shows|callers who hang up|abandonment|bounce rate|bounces|cart abandonment|reopened',
    de: 'rückstand|rückstände|verspätet|verspätung|verzögerung|offene tickets|offene fälle|abbruchquote|absprungrate|abbrüche|unerledigt',
    fr: 'retard|retards|en retard|tickets ouverts|taux de rebond|abandons|arriéré',
    es: 'retrasos|retraso|atrasos|pendientes|tickets abiertos|tasa de rebote|abandonos',
    it: 'ritardi|ritardo|arretrati|ticket aperti|frequenza di rimbalzo|abbandoni',
    pt: 'atrasos|atraso|pendências|tickets abertos|taxa de rejeição|abandonos',
    nl: 'te laat|vertraging|achterstand|openstaande tickets|bouncepercentage|afhakers',
    sv: 'försenade|försening|eftersläpning|öppna ärenden|avvisningsfrekvens',
    ja: '遅延|滞留|未処理|離脱率|直帰率',
  }),
  term('lower', SERVICE, 'other', 'sum', {
    en: 'support tickets|support requests|support cases|tickets opened|helpdesk|help desk|support calls|support contacts|escalations|escalated|effort|contacts per',
    de: 'supporttickets|support-tickets|supportanfragen|support-anfragen|serviceanfragen|eskalationen',
    fr: 'tickets support|tickets de support|demandes de support|escalades',
    es: 'tickets de soporte|solicitudes de soporte|escalados|incidencias de soporte',
    it: 'ticket di assistenza|richieste di assistenza',
    pt: 'tickets de suporte|chamados',
    nl: 'supporttickets|supportverzoeken|escalaties',
    sv: 'supportärenden|eskaleringar',
    ja: 'サポート件数|問合せ件数|エスカレーション',
  }),
  term('lower', MARKETING, 'other', 'mean', {
    en: 'cac|cpa|cpc|cpl|cpm|acquisition cost|cost per lead|cost per click|cost per acquisition|cost of a new|cost per customer|unsubscribe rate|spam rate',
    de: 'akquisekosten|akquisitionskosten|kosten pro lead|kosten je lead|kosten pro klick|kosten pro neukunde|abmelderate',
    fr: "coût d'acquisition|coût par lead|coût par clic",
    es: 'coste de adquisición|costo de adquisición|coste por lead|costo por lead|coste por clic|costo por clic',
    it: 'costo di acquisizione|costo per lead|costo per clic',
    pt: 'custo de aquisição|custo por lead|custo por clique',
    nl: 'acquisitiekosten|kosten per lead|kosten per klik',
    sv: 'anskaffningskostnad|kostnad per lead|kostnad per klick',
    ja: '獲得単価|獲得コスト',
  }),
  term('higher', MARKETING, 'other', 'mean', {
    en: 'roas|marketing roi|roi|ctr|click-through|click through|open rate|engagement rate|engagement|share of voice|market share|brand awareness|reach|ltv:cac|ltv to cac|ltv/cac',
    de: 'öffnungsrate|klickrate|marktanteil|bekanntheit|reichweite',
    fr: "taux d'ouverture|taux de clic|part de marché|notoriété|portée",
    es: 'tasa de apertura|tasa de clics|cuota de mercado|notoriedad|alcance',
    it: 'tasso di apertura|tasso di clic|quota di mercato|copertura',
    pt: 'taxa de abertura|taxa de cliques|quota de mercado|alcance',
    nl: 'openingspercentage|doorklikratio|marktaandeel|bereik',
    sv: 'öppningsfrekvens|klickfrekvens|marknadsandel|räckvidd',
    ja: '開封率|クリック率|市場シェア|認知度',
  }),
  term('higher', SALES, 'site conversion', 'mean', {
    en: 'site conversion|website conversion|web conversion|shop conversion|checkout conversion|online conversion',
    de: 'shop-conversion|online-conversion|website-conversion',
    fr: 'conversion du site|conversion web',
    es: 'conversión web|conversión del sitio',
    it: 'conversione del sito',
    pt: 'conversão do site',
    nl: 'websiteconversie|webshopconversie',
    sv: 'webbkonvertering',
    ja: 'サイト転換率',
  }),
  term('higher', MARKETING, 'lead quality', 'mean', {
    en: 'lead quality|quality of leads|qualified share|mql rate|lead to mql|mql to sql',
    de: 'leadqualität|lead-qualität',
    fr: 'qualité des leads|qualité des prospects',
    es: 'calidad de leads|calidad de los leads',
    it: 'qualità dei lead',
    pt: 'qualidade dos leads',
    nl: 'leadkwaliteit',
    sv: 'leadkvalitet',
    ja: 'リード品質',
  }),
  term('higher', SALES, 'conversion', 'mean', {
    en: 'conversion|conversions|converted|close rate|closing rate|win rate|hit rate|won rate|visitors who buy|enquiries that book|proposals won|quote to order|acceptance rate|success rate',
    de: 'conversion|konversion|abschlussquote|umwandlungsrate|gewinnquote|erfolgsquote|angebotserfolg|trefferquote',
    fr: 'conversion|taux de transformation|taux de conclusion|taux de succès',
    es: 'conversión|tasa de cierre|tasa de éxito',
    it: 'conversione|tasso di chiusura|tasso di successo',
    pt: 'conversão|taxa de fecho|taxa de fechamento|taxa de sucesso',
    nl: 'conversie|scoringspercentage|slagingspercentage',
    sv: 'konvertering|avslutsfrekvens|träffprocent',
    ja: '成約率|転換率|コンバージョン|受注率',
  }),
  term('lower', FINANCE, 'other', 'sum', {
    en: 'tax|taxes|interest paid|interest expense|interest|bank charges|bank fees|processing fees|commissions paid|discounts|discount|penalties|write-offs|write offs|writeoffs',
    de: 'steuern|steuer|zinsaufwand|bankgebühren|gebühren|rabatt|skonti|abschreibungen|abschreibung',
    fr: 'impôts|impôt|taxes|frais bancaires|remises|commissions|amortissements|intérêts',
    es: 'impuestos|intereses|comisiones bancarias|comisiones|descuentos|amortización|depreciación',
    it: 'imposte|tasse|interessi|commissioni|sconti|ammortamenti',
    pt: 'impostos|juros|comissões|descontos|taxas bancárias|amortizações|depreciação',
    nl: 'belastingen|belasting|rente|bankkosten|kortingen|korting|afschrijvingen',
    sv: 'skatt|skatter|räntekostnader|bankavgifter|avgifter|rabatter|avskrivningar',
    ja: '税金|法人税|手数料|値引|減価償却|支払利息',
  }),
  {
    // What an agency earns, and what a shop pays.
    ...term('lower', FINANCE, 'other', 'sum', { en: 'fees|fee' }),
    unsure: true,
  },
  term('higher', FINANCE, 'other', 'sum', {
    en: 'margin|margins|gross profit|net profit|operating profit|profit|ebit|ebitda|net income|operating income|net ordinary income|net operating income|net earnings|earnings|contribution|return on|surplus|free cash flow|cash flow|net cash',
    de: 'gewinn|marge|rohertrag|deckungsbeitrag|überschuss|betriebsergebnis|ergebnis|rendite|rohgewinn|cashflow|cash-flow|jahresüberschuss',
    fr: 'bénéfice|marge|résultat net|résultat|excédent|rentabilité|flux de trésorerie',
    es: 'beneficio|beneficios|margen|utilidad|ganancia|ganancias|resultado|rentabilidad|flujo de caja',
    it: 'utile|margine|profitto|risultato|redditività|flusso di cassa',
    pt: 'lucro|margem|resultado|rentabilidade|fluxo de caixa',
    nl: 'winst|marge|resultaat|rendement|kasstroom|nettoresultaat',
    sv: 'vinst|resultat|marginal|bruttovinst|täckningsbidrag|kassaflöde|lönsamhet',
    ja: '利益|粗利|営業利益|純利益|キャッシュフロー',
  }),
  term('higher', SALES, 'order value', 'mean', {
    en: 'average order|avg order|aov|average ticket|avg ticket|average basket|avg basket|basket size|basket|order value|average sale|average transaction|average check|avg check|average spend|spend per|spend head|per head|spend a guest|sales per guest|sales per customer|revenue per|sales per|per head|arpu|arpa|average price|average selling price|asp|average deal|deal size|adr|revpar',
    de: 'warenkorb|durchschnittsbon|bonwert|durchschnittlicher bestellwert|bestellwert|umsatz pro|umsatz je|durchschnittspreis|auftragswert',
    fr: 'panier moyen|ticket moyen|panier|ca par|valeur moyenne|dépense moyenne|prix moyen',
    es: 'ticket medio|ticket promedio|cesta media|valor medio|valor promedio|ventas por|gasto medio|precio medio',
    it: 'scontrino medio|carrello medio|valore medio|ricavo per|spesa media|prezzo medio',
    pt: 'ticket médio|cesto médio|valor médio|receita por|preço médio|gasto médio',
    nl: 'gemiddelde bestelling|bonbedrag|gemiddelde bon|orderwaarde|omzet per|besteding per|gemiddelde besteding|gemiddelde prijs',
    sv: 'snittorder|ordervärde|snittköp|omsättning per|försäljning per|genomsnittlig order|snittnota',
    ja: '客単価|平均単価|平均注文額',
  }),
  term('lower', FINANCE, 'other', 'sum', {
    en: 'cost of goods|cost of sales|cogs|costs|cost|expenses|expense|wages|salaries|salary|payroll|labor|labour|rent|utilities|insurance|repairs|maintenance|supplies|purchases|travel|postage|shipping|freight|subscriptions and software|software|legal|professional fees|accounting|office|telephone|depreciation|amortization|amortisation|payments out|paid out|paid to suppliers|cash out|overhead|overheads|opex|capex|burn|burn rate|food cost|spend|spending|spent|over budget|budget overrun',
    de: 'kosten|aufwand|aufwendungen|löhne|gehälter|lohn|miete|pacht|wareneinsatz|wareneinkauf|material|versicherung|reparatur|instandhaltung|ausgabe|auszahlungen|fremdleistungen|porto|reisekosten|budgetüberschreitung',
    fr: 'coût|coûts|charges|dépenses|frais|salaires|loyer|loyers|achats|assurances|assurance|fournitures|entretien|masse salariale|sous-traitance|décaissements',
    es: 'coste|costes|costo|costos|gastos|gasto|salarios|sueldos|alquiler|nómina|nóminas|compras|seguros|suministros|pagos|mantenimiento',
    it: 'costo|costi|spese|spesa|stipendi|salari|affitto|acquisti|assicurazioni|utenze|manutenzione|pagamenti|uscite',
    pt: 'custo|custos|despesas|despesa|salários|aluguel|renda|compras|seguros|fornecimentos|manutenção|pagamentos',
    nl: 'kosten|uitgaven|lonen|salarissen|huur|inkoop|inkopen|verzekeringen|onderhoud|personeelskosten|betalingen',
    sv: 'kostnad|kostnader|utgifter|löner|lön|hyra|inköp|försäkring|underhåll|utbetalningar|varukostnad|material',
    ja: '費用|経費|原価|人件費|家賃|給与|仕入|光熱費|コスト|支出',
  }),
  term('higher', SALES, 'revenue', 'last', {
    en: 'mrr|arr|recurring revenue|order book|orders on hand',
    de: 'auftragsbestand|wiederkehrende umsätze|wiederkehrender umsatz',
    fr: 'revenu récurrent|revenus récurrents|carnet de commandes',
    es: 'ingresos recurrentes|cartera de pedidos',
    it: 'ricavi ricorrenti|portafoglio ordini',
    pt: 'receita recorrente|carteira de encomendas',
    nl: 'terugkerende omzet|orderportefeuille',
    sv: 'återkommande intäkter|orderstock',
    ja: '月次経常収益|受注残',
  }),
  term('higher', SALES, 'deals', 'sum', {
    en: 'new customers|new clients|new subscribers|new members|new accounts|new guests|new users|customers won|customers gained|deals won|won|won deals|deals|deals closed|contracts signed|contracts|sales won|bookings|booked|reservations|seats filled|covers|table turns|seats sold|attendance|attendees|sponsors|guests served|guests|units sold|items sold|orders|order count|order intake|orders placed|transactions|no of sales|number of sales|sales count|# orders|# sales|invoices sent|upsells',
    de: 'neukunden|neue kunden|abschlüsse|auftragseingang|aufträge|bestellungen|bestellung|buchungen|reservierungen|bons|kassenbons|gäste|verkaufte|absatz|verträge|vertragsabschlüsse|transaktionen',
    fr: 'nouveaux clients|nouveaux abonnés|commandes|réservations|couverts|contrats|transactions|unités vendues|clients servis',
    es: 'clientes nuevos|nuevos clientes|pedidos|reservas|cubiertos|contratos|transacciones|unidades vendidas|altas',
    it: 'nuovi clienti|ordini|prenotazioni|coperti|scontrini|contratti|transazioni|unità vendute',
    pt: 'novos clientes|clientes novos|encomendas|pedidos|reservas|contratos|transações|unidades vendidas',
    nl: 'nieuwe klanten|bestellingen|boekingen|reserveringen|bonnen|gasten|contracten|transacties|orders|aantal verkocht',
    sv: 'nya kunder|beställningar|bokningar|gäster|avtal|transaktioner|ordrar|orderingång|antal sålda|order',
    ja: '新規顧客|新規|注文|受注|予約|客数|来客数|契約|取引件数|販売数',
  }),
  term('higher', MARKETING, 'leads', 'sum', {
    en: 'leads|lead|mqls|mql|sqls|enquiries|enquiry|inquiries|inquiry|prospects|visitors|visits|visit|traffic|footfall|sessions|page views|pageviews|clicks|impressions|followers|sign-ups|signups|sign ups|registrations|demo requests|demos|trials|downloads|website users|newsletter|unique users|foot traffic|walk-ins',
    de: 'leads|anfragen|interessenten|besucher|besuche|website-besuche|sitzungen|klicks|seitenaufrufe|anmeldungen|probeabos|newsletter|follower|downloads|zugriffe',
    fr: 'leads|prospects|demandes|visiteurs|visites|sessions|clics|inscriptions|abonnés newsletter|pages vues|trafic',
    es: 'leads|clientes potenciales|consultas|visitantes|visitas|sesiones|clics|registros|tráfico|contactos|solicitudes',
    it: 'leads|lead|richieste|visitatori|visite|sessioni|clic|iscrizioni|contatti|traffico',
    pt: 'leads|potenciais clientes|visitantes|visitas|sessões|cliques|registos|contactos|tráfego|inscrições',
    nl: 'leads|aanvragen|bezoekers|bezoeken|sessies|klikken|aanmeldingen|inschrijvingen',
    sv: 'leads|förfrågningar|besökare|besök|sessioner|klick|registreringar|anmälningar',
    ja: 'リード|問い合わせ|来店|訪問|アクセス|セッション|登録|見込客|ページビュー',
  }),
  term('higher', SALES, 'other', 'last', {
    en: 'pipeline|opportunities|quotes|quotations|quotes sent|proposals|estimates sent|sales calls|demos held|meetings',
    de: 'pipeline|verkaufschancen|angebote|angebotsvolumen|termine|kundenbesuche',
    fr: 'pipeline|opportunités|devis|rendez-vous',
    es: 'oportunidades|presupuestos enviados|propuestas|cotizaciones|reuniones',
    it: 'opportunità|preventivi|offerte|appuntamenti',
    pt: 'oportunidades|propostas|cotações|reuniões',
    nl: 'kansen|offertes|pijplijn|afspraken',
    sv: 'affärsmöjligheter|offerter|möten|pipeline',
    ja: '商談|見積|案件|訪問件数',
  }),
  {
    ...term('lower', MARKETING, 'marketing spend', 'sum', {
      en: 'ad spend|ads|adverts|advertising|marketing spend|marketing cost|marketing|google ads|facebook ads|promotion|promotions|ppc',
      de: 'werbung|werbeausgaben|anzeigen|marketing',
      fr: 'publicité|marketing|annonces',
      es: 'publicidad|marketing|anuncios',
      it: 'pubblicità|marketing|annunci',
      pt: 'publicidade|marketing|anúncios',
      nl: 'reclame|advertenties|marketing',
      sv: 'annonsering|marknadsföring|reklam|annonser',
      ja: '広告|宣伝|マーケティング',
    }),
    unsure: true,
  },
  term('higher', OPERATIONS, 'stock turns', 'mean', {
    en: 'stock turns|stock turn|inventory turns|inventory turnover|stock turnover|gmroi',
    de: 'lagerumschlag|umschlagshäufigkeit',
    fr: 'rotation des stocks|rotation',
    es: 'rotación de inventario|rotación',
    it: 'rotazione del magazzino|rotazione',
    pt: 'rotação de estoque|rotação de stock',
    nl: 'omloopsnelheid|voorraadrotatie',
    sv: 'lageromsättning|omsättningshastighet',
    ja: '在庫回転',
  }),
  term('higher', SALES, 'revenue', 'sum', {
    en: 'revenue|revenues|sales|turnover|takings|income|gmv|gross sales|net sales|net volume|gross volume|receipts|invoiced|billings|billed|fees earned|services|fee income|tips|donations|grants|payouts|product sales|collected|till',
    de: 'umsatz|umsätze|erlös|einnahme|ertrag|erträge|einzahlungen|spenden|honorare|verkäufe|verkauf|tageseinnahme',
    fr: "chiffre d'affaires|chiffre d’affaires|ca ht|ca ttc|ca|recettes|ventes|revenu|revenus|encaissements|produits|honoraires|dons|prestations",
    es: 'ingresos|ingreso|ventas|venta|facturación|cobros|honorarios|donaciones',
    it: 'fatturato|ricavi|ricavo|vendite|incassi|incasso|entrate|onorari|donazioni',
    pt: 'receita|receitas|vendas|venda|faturamento|faturação|recebimentos|honorários|doações',
    nl: 'omzet|verkopen|verkoop|opbrengst|opbrengsten|inkomsten|ontvangsten|honoraria|donaties',
    sv: 'intäkter|intäkt|försäljning|omsättning|inbetalningar|kassa in|gåvor|arvoden',
    ja: '売上|収入|収益|入金',
  }),
  term('higher', OPERATIONS, 'other', 'mean', {
    en: 'utilization|utilisation|utilized|occupancy|oee|equipment effectiveness|productivity|efficiency|uptime|availability|capacity used|load factor|realization|realisation|coverage|compliance|completion|completed|milestones|audit score|quality score|quality',
    de: 'auslastung|produktivität|verfügbarkeit|effizienz|belegung|nutzungsgrad|qualität|fertigstellung|belegungsquote',
    fr: "taux d'occupation|occupation|productivité|rendement|disponibilité|utilisation|conformité|qualité",
    es: 'ocupación|productividad|eficiencia|disponibilidad|utilización|cumplimiento|calidad',
    it: 'occupazione|produttività|efficienza|disponibilità|utilizzo|conformità|qualità',
    pt: 'ocupação|produtividade|eficiência|disponibilidade|utilização|cumprimento|qualidade',
    nl: 'bezetting|bezettingsgraad|productiviteit|beschikbaarheid|efficiëntie|benutting|kwaliteit',
    sv: 'beläggning|beläggningsgrad|produktivitet|tillgänglighet|effektivitet|utnyttjande|kvalitet',
    ja: '稼働率|生産性|効率|利用率|占有率|品質',
  }),
  term('higher', OPERATIONS, 'forecast accuracy', 'mean', {
    en: 'forecast accuracy|accuracy|schedule adherence',
    de: 'prognosegenauigkeit|planungsgenauigkeit|genauigkeit',
    fr: 'précision des prévisions|précision|fiabilité',
    es: 'precisión',
    it: 'accuratezza|precisione',
    pt: 'precisão|acurácia',
    nl: 'nauwkeurigheid|voorspelnauwkeurigheid',
    sv: 'träffsäkerhet|prognosprecision|noggrannhet',
    ja: '精度',
  }),
  term('higher', OPERATIONS, 'output', 'sum', {
    en: 'produced|production|output|units made|units produced|pieces made|pieces|throughput|releases|deployments|story points|velocity|shipments|shipped|units|jobs done|jobs completed|jobs|deliveries|parcels|billable hours|hours billed|billable|litres|liters|tonnes|tons|meals|treatments|appointments|patients|consultations|tickets solved|tickets closed|tickets resolved|solved|resolved|closed tickets',
    de: 'produktion|stückzahl|gefertigt|produziert|ausbringung|ausstoß|lieferungen|sendungen|pakete|abrechenbare stunden|fakturierbare stunden|stück|behandlungen|patienten|gelöste tickets|mahlzeiten|versandt',
    fr: 'production|produits fabriqués|pièces|livraisons|colis|heures facturables|expéditions|patients|rendez-vous honorés|repas',
    es: 'producción|producidas|piezas|entregas|envíos|horas facturables|pacientes|citas|comidas',
    it: 'produzione|prodotti|pezzi|consegne|spedizioni|ore fatturabili|pazienti|pasti',
    pt: 'produção|produzidas|peças|entregas|envios|horas faturáveis|pacientes|consultas|refeições',
    nl: 'productie|geproduceerd|stuks|leveringen|zendingen|pakketten|declarabele uren|patiënten|maaltijden',
    sv: 'produktion|tillverkade|producerade|leveranser|paket|debiterbara timmar|patienter|måltider|sändningar',
    ja: '生産|出荷|製造数|配送|納品|処理件数',
  }),
  term('higher', FINANCE, 'other', 'last', {
    en: 'cash|bank balance|cash balance|closing balance|balance|liquidity|working capital|equity|assets|net worth|reserves|retained earnings|runway|days of cash|weeks of cash|current ratio|quick ratio|solvency|bank',
    de: 'liquide mittel|flüssige mittel|kasse|kassenbestand|liquidität|kontostand|bankguthaben|eigenkapital|vermögen|aktiva|guthaben|saldo|bank',
    fr: 'trésorerie|solde|capitaux propres|actif|caisse|banque|liquidités',
    es: 'tesorería|caja|saldo|patrimonio|activo|activos|bancos|liquidez',
    it: 'liquidità|cassa|saldo|patrimonio netto|attivo|banca',
    pt: 'caixa|saldo|liquidez|património|patrimônio|ativo|bancos|tesouraria',
    nl: 'liquiditeit|kas|saldo|eigen vermogen|activa|banksaldo|bank',
    sv: 'likviditet|kassa|saldo|eget kapital|tillgångar|bank',
    ja: '現金|預金|残高|純資産|資産',
  }),
  {
    ...term('lower', OPERATIONS, 'other', 'last', {
      en: 'inventory|stock|stock value|stock level|days of stock',
      de: 'lagerbestand|vorräte|bestand|lagerwert',
      fr: 'stock|stocks|inventaire',
      es: 'inventario|existencias|stock',
      it: 'magazzino|scorte|giacenza|inventario',
      pt: 'estoque|inventário|existências|stock',
      nl: 'voorraad|voorraden',
      sv: 'lager|lagervärde',
      ja: '在庫',
    }),
    unsure: true,
  },
  term('lower', OPERATIONS, 'other', 'sum', {
    en: 'energy|electricity|gas|kwh|water|emissions|co2|carbon|fuel|diesel|power consumption|mileage|consumption',
    de: 'energie|strom|wasser|emission|kraftstoff|gasverbrauch|verbrauch',
    fr: 'énergie|électricité|eau|émissions|carburant|consommation',
    es: 'energía|electricidad|agua|emisiones|combustible|consumo',
    it: 'energia|elettricità|acqua|emissioni|carburante|consumo|consumi',
    pt: 'energia|eletricidade|água|emissões|combustível|consumo',
    nl: 'energie|elektriciteit|stroom|water|uitstoot|brandstof|verbruik',
    sv: 'energi|elförbrukning|vatten|utsläpp|bränsle|förbrukning',
    ja: '電力|電気|水道|排出|燃料',
  }),
  term('higher', SERVICE, 'other', 'last', {
    en: 'active customers|active users|active subscribers|customers|customer count|clients|subscribers|subscriptions|members|users|accounts|students|mau|dau|wau|active members|installs',
    de: 'kunden|kundenzahl|abonnenten|abos|mitglieder|nutzer|teilnehmer|schüler',
    fr: 'clients|abonnés|abonnements|adhérents|membres|utilisateurs|élèves',
    es: 'clientes|suscriptores|suscripciones|socios|miembros|usuarios|alumnos',
    it: 'clienti|abbonati|abbonamenti|soci|membri|utenti|iscritti',
    pt: 'clientes|assinantes|assinaturas|sócios|membros|utilizadores|usuários|alunos',
    nl: 'klanten|abonnees|abonnementen|leden|gebruikers|leerlingen',
    sv: 'kunder|prenumeranter|abonnemang|medlemmar|användare|elever',
    ja: '顧客|会員|利用者|契約者|ユーザー',
  }),
  {
    ...term('higher', PEOPLE, 'other', 'last', {
      en: 'headcount|employees|fte|ftes|staff|hires|new hires|training hours|training|hours worked|hours|volunteers',
      de: 'mitarbeiter|beschäftigte|vollzeitkräfte|schulung|stunden|einstellungen',
      fr: 'effectif|effectifs|salariés|employés|formation|heures|embauches',
      es: 'empleados|plantilla|personal|formación|horas|contrataciones',
      it: 'dipendenti|personale|formazione|ore|assunzioni',
      pt: 'funcionários|colaboradores|pessoal|formação|horas|contratações',
      nl: 'medewerkers|personeel|opleiding|uren|werknemers',
      sv: 'anställda|personal|utbildning|timmar|medarbetare',
      ja: '従業員|社員|人員|研修|労働時間',
    }),
    unsure: true,
  },
  {
    ...term('higher', SALES, 'deals', 'sum', {
      en: 'tickets|new tickets|tickets created|calls|quantity|qty|volume|count',
      de: 'tickets|anrufe|menge|anzahl|stückzahlen',
      fr: 'tickets|appels|quantité|nombre|volume',
      es: 'tickets|llamadas|cantidad|volumen|número',
      it: 'chiamate|quantità|volume|numero',
      pt: 'chamadas|quantidade|volume|número',
      nl: 'gesprekken|aantal|volume|hoeveelheid',
      sv: 'samtal|antal|volym|mängd',
      ja: '件数|数量|個数',
    }),
    unsure: true,
  },
];

function term(
  better: Better,
  business: string,
  measure: Measure,
  combine: Combine,
  words: Record<string, string>,
): Term {
  return { better, function: business, measure, combine, words };
}

/** Languages that write several words as one: a term counts wherever it is in a word. */
const COMPOUNDING = new Set(['de', 'nl', 'sv', 'ja']);
/** Shorter words are in others by chance; Japanese is written in fewer signs. */
const LONG_ENOUGH = 5;
/** Words of the longest phrase. */
const LONGEST = 5;

/** Phrases of whole words, and parts of words, each with the place of its term. */
const PHRASES = new Map<string, number>();
const PARTS: [part: string, term: number][] = [];
for (const [index, { words }] of TERMS.entries()) {
  for (const [language, list] of Object.entries(words)) {
    for (const phrase of list.split('|').map(plain)) {
      if (!PHRASES.has(phrase)) PHRASES.set(phrase, index);
      const isPart = language === 'ja' || (phrase.length >= LONG_ENOUGH && !phrase.includes(' '));
      if (COMPOUNDING.has(language) && isPart) PARTS.push([phrase, index]);
    }
  }
}

/** A name as it is compared: lower case, its words apart by single spaces; numbers left out, since Till 12 is a till. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}\d])\d+(?![\p{L}\d])/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}%#&]+/gu, ' ')
    .trim();
}

const KNOWN = new Map<string, Term | null>();

/**
 * The business term that a name holds.
 *
 * @param name  of a series: `Umsatz Filiale Mitte`, `Avg. response time`
 * @returns     null where the table has none of its words
 */
export function termIn(name: string): Term | null {
  const text = plain(name);
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  let first = TERMS.length;
  const words = text.split(' ');
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST); to++) {
      const phrase = words.slice(from, to).join(' ');
      // One of a thing or several.
      for (const form of [phrase, `${phrase}s`, phrase.replace(/s$/, '')])
        first = Math.min(first, PHRASES.get(form) ?? first);
    }
  }
  for (const [part, index] of PARTS) if (index < first && text.includes(part)) first = index;
  const found = TERMS[first] ?? null;
  if (KNOWN.size < 5_000) KNOWN.set(text, found);
  return found;
}
