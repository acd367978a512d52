/** How a workbook counts days, and how its user writes numbers: asked for with the next sync. */

/** 1 January 2000 where days are counted from 1900, as they are in the core. */
const FROM_1900 = 36_526;

const COUNTS_1904 =
  'This workbook counts its days from 1904, as files from older Macs do, and every date would be read four years off. ' +
  'In Excel for Windows untick "Use 1904 date system" (File, Options, Advanced), in Excel for Mac under Settings, Calculation; ' +
  'then add 1,462 to the dates that were typed before.';

/** Asks how days are counted; `check` refuses, once the sync is done, what we would read wrongly. */
export function askForCalendar(context: Excel.RequestContext): { check(): void } {
  const day = context.workbook.functions.date(2000, 1, 1);
  day.load('value');
  return {
    check: () => {
      if (day.value !== FROM_1900) throw new Error(COUNTS_1904);
    },
  };
}

/**
 * Asks how numbers are written here: Excel's own settings count, not the language of its menus. Where the separators were
 * changed by hand, any language with the same decimal separator reads them rightly.
 */
export function askForLocale(context: Excel.RequestContext): { tag(): string } {
  const { contentLanguage, requirements } = Office.context;
  if (!requirements.isSetSupported('ExcelApi', '1.11')) return { tag: () => contentLanguage };
  const { cultureInfo } = context.workbook.application;
  cultureInfo.load('name');
  cultureInfo.numberFormat.load('numberDecimalSeparator');
  return {
    tag: () => {
      const { name, numberFormat } = cultureInfo;
      const decimal = numberFormat.numberDecimalSeparator;
      if (decimalOf(name) === decimal) return name;
      return decimal === ',' ? 'de-DE' : 'en-US';
    },
  };
}

function decimalOf(tag: string): string | undefined {
  try {
    return new Intl.NumberFormat(tag).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  } catch {
    return undefined;
  }
}
