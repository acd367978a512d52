import { isBlank } from '../../cells/value';
import type { Snapshot } from '../../workbook/snapshot';
import type { FigureLine } from '../figureLine';
import { figureLines } from '../figureLines';
import type { Found } from '../found';
import { textAt } from '../plane';
import type { Run } from '../runs';
import { cellKey, datesAsText, foundOf, isSecond, titlesOf } from './tables';

/**
 * Ledgers: a line an event, with its date and its amounts, in any number a day. They are added up by date, and grow: their
 * columns are taken whole where nothing else is in them.
 *
 * @param runs      the periods of a sheet, in both directions
 * @param snapshot  the workbook
 */
export function ledgersIn(runs: Run[], snapshot: Snapshot): Found[] {
  const ledgers = runs.filter(run => run.isLedger);
  return ledgers
    .filter(run => !isSecond(run, ledgers) && !ledgers.some(other => other !== run && isEarlier(other, run)))
    .flatMap(run => {
      const alone =
        runs.every(other => other === run || other.plane.across || other.line !== run.line) && endsWith(run);
      const open = (range: Found['values']) => ({ ...range, top: 0, bottom: null });
      const lines = figureLines(run, [], snapshot.today, snapshot.locale);
      const amounts = lines.filter(line => isAmount(line, lines));
      if (amounts.length === 0) return lines.length === 0 ? eventsOf(run, alone, open) : [];
      return amounts.map(line => {
        const found = foundOf(run, { series: line, targets: null }, false);
        return {
          ...found,
          cadence: null,
          weekStart: 1,
          isLedger: true,
          ...(alone && { values: open(found.values), periods: open(found.periods) }),
        };
      });
    });
}

/** Texts beside its date that make a line an event. */
const FEWEST_TEXTS = 0.8;

/** A line an event and no amount beside it, such as complaints: its lines are counted, by the dates themselves. */
function eventsOf(run: Run, alone: boolean, open: (range: Found['values']) => Found['values']): Found[] {
  const { plane, line, periods, first } = run;
  const isNamed = (place: number) => textAt(plane, line - 1, place) !== '' || textAt(plane, line + 1, place) !== '';
  const described = periods.filter(({ place }) => isNamed(place)).length;
  const hasHeader = first > 0 && textAt(plane, line, first - 1) !== '';
  if (!hasHeader || described < periods.length * FEWEST_TEXTS) return [];
  const headers = Array.from({ length: plane.lines }, (_, other) => textAt(plane, other, first - 1));
  const range = plane.range(line, periods[0]!.place, periods[periods.length - 1]!.place);
  const cells = alone ? open(range) : range;
  return [
    {
      sheet: plane.sheet,
      label: '',
      groups: [],
      said: {},
      values: cells,
      periods: cells,
      figures: periods.map(({ period }) => ({ period, value: 1 })),
      cells: () => periods.map(({ place }) => cellKey(plane, line, place)),
      cadence: null,
      weekStart: 1,
      isLedger: true,
      isCount: true,
      guessedOrder: run.guessedOrder,
      format: '0',
      asText: datesAsText(run),
      nothing: 0,
      unread: [],
      targets: null,
      // Without the headers of the list itself.
      titles: titlesOf(run).filter(title => !headers.includes(title)),
    },
  ];
}

/** Whether nothing is below the last date: a total there would be taken for a line whose date is missing. */
function endsWith({ plane, line, last }: Run): boolean {
  for (let place = last + 1; place < plane.places; place++) if (!isBlank(plane.cell(line, place))) return false;
  return true;
}

/** Whether a ledger has its dates before those of another beside it: the day of the order counts, not that of delivery. */
function isEarlier(one: Run, other: Run): boolean {
  return one.plane === other.plane && one.line < other.line && one.first <= other.last && other.first <= one.last;
}

/** Whether numbers of a ledger are amounts: not prices of one piece, nor numbers that are names. */
function isAmount({ figures, name, role, format }: FigureLine, all: FigureLine[]): boolean {
  if (role === 'change' || role === 'to date' || name === '') return false;
  if (BALANCE.test(name) || TIME_OF_DAY.test(format)) return false;
  if (all.length > 1 && (PRICE.test(name) || /%/.test(format))) return false;
  return !isRunning(figures.map(({ value }) => value));
}

/** What one piece costs, and rates of tax and discount: added up they say nothing. */
const PRICE =
  /^(unit |list |item )?(price|cost)( per| each|\/).*$|^(unit|list|item) (price|cost)$|^price$|(einzel|stück)preis|^preis$|^prix( unitaire)?$|^precio( unitario)?$|^prezzo( unitario)?$|^preço( unitário)?$|^(stuk)?prijs$|^(à-)?pris$|^単価$|^(vat|tax|discount|mwst|ust|tva|iva|btw|moms)[\s-]*(rate|%|satz)/i;
const TIME_OF_DAY = /^(?!.*\[h+\]).*h+:mm/i;

/** Numbers that grow from line to line, such as those of receipts: they name the lines, or carry a sum forward. */
function isRunning(values: number[]): boolean {
  if (values.length < 8 || !values.every(Number.isInteger)) return false;
  const back = values.slice(1).filter((value, index) => value < values[index]!).length;
  return back * 20 < values.length && values[values.length - 1]! - values[0]! >= values.length / 10;
}

/** A column that carries forward what the others add up to. */
const BALANCE = /^(running |closing )?(balance|saldo|solde|kontostand|laufender saldo|残高)$/i;
