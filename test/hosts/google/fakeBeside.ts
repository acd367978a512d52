/** What is beside the cells of a fake sheet, each as its builder was told. */
export interface Beside {
  /** Looks that follow a formula, the first wins. */
  looks: Told[];
  /** By `row,column`, 0-based. */
  notes: Map<string, string>;
  validations: Map<string, Told>;
  protections: { range: string; description: string; warningOnly: boolean }[];
  charts: Told[];
}

/** What a builder was told, by method; what takes several values, or is said more than once, as a list. */
export type Told = Record<string, unknown>;

interface Surroundings {
  /** Counts the calls of an object's methods. */
  service: <T extends object>(kind: string, methods: T) => T;
  /** Throws where a sheet may not be written. */
  writable(sheet: string): void;
  /** Whether the spreadsheet's locale can read a formula. */
  understood(formula: string): boolean;
}

/** Looks, notes, input rules, protected ranges and charts of a fake spreadsheet. */
export function besideCells({ service, writable, understood }: Surroundings) {
  const sheets = new Map<string, Beside>();
  const of = (name: string): Beside => {
    const known = sheets.get(name);
    if (known) return known;
    const made: Beside = { looks: [], notes: new Map(), validations: new Map(), protections: [], charts: [] };
    sheets.set(name, made);
    return made;
  };
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shown);
    const range = value as { getA1Notation?(): string; getSheet?(): { getName(): string } } | null;
    return range?.getA1Notation ? `${range.getSheet!().getName()}!${range.getA1Notation()}` : value;
  };
  /** A builder that remembers what it was told; formulas that the locale cannot read are refused as Sheets does. */
  const builder = (kind: string, methods: string[]) => {
    const told: Told = {};
    const self: Record<string, (...given: unknown[]) => unknown> = { build: () => told };
    for (const method of methods) {
      self[method] = (...given) => {
        if (/Formula/.test(method) && !understood(String(given[0])))
          throw new Error(`Invalid formula: ${String(given[0])}`);
        const value = given.length > 1 ? given.map(shown) : shown(given[0]);
        if (method === 'addRange') told.ranges = [...((told.ranges as unknown[]) ?? []), value];
        else if (method === 'setOption') told[String(given[0])] = given[1];
        else told[method] = value;
        return proxy;
      };
    }
    const proxy = service(kind, self);
    return proxy;
  };
  return {
    of,
    notes: (sheet: string) => of(sheet).notes,
    validations: (sheet: string) => of(sheet).validations,
    validate: (sheet: string, row: number, column: number, rules: (object | null)[][]) => {
      writable(sheet);
      rules.forEach((line, r) => {
        line.forEach((rule, c) => {
          const at = `${row + r},${column + c}`;
          if (rule === null) of(sheet).validations.delete(at);
          else of(sheet).validations.set(at, rule as Told);
        });
      });
    },
    protect: (sheet: string, range: string) => {
      const protection = { range, description: '', warningOnly: false };
      of(sheet).protections.push(protection);
      const methods = {
        setDescription: (text: string) => {
          protection.description = text;
          return proxy;
        },
        setWarningOnly: (only: boolean) => {
          protection.warningOnly = only;
          return proxy;
        },
        remove: () => {
          of(sheet).protections.splice(of(sheet).protections.indexOf(protection), 1);
        },
      };
      const proxy: object = service('Protection', methods);
      return proxy;
    },
    ofSheet: (name: string) => ({
      getConditionalFormatRules: () => [...of(name).looks],
      setConditionalFormatRules: (rules: object[]) => {
        writable(name);
        const elsewhere = (rules as Told[]).find(rule => {
          const [, other] = /(?:'([^']+)'|([\p{L}\p{N}_.]+))!/u.exec(String(rule.whenFormulaSatisfied)) ?? [];
          return other !== undefined && other !== name;
        });
        if (elsewhere) throw new Error('Conditional format rule cannot reference a different sheet.');
        of(name).looks = rules as Told[];
      },
      newChart: () =>
        builder('EmbeddedChartBuilder', [
          'setChartType',
          'addRange',
          'setMergeStrategy',
          'setTransposeRowsAndColumns',
          'setNumHeaders',
          'setPosition',
          'setOption',
        ]),
      insertChart: (chart: object) => {
        writable(name);
        of(name).charts.push(chart as Told);
      },
      removeChart: (chart: object) => {
        of(name).charts.splice(of(name).charts.indexOf(chart as Told), 1);
      },
    }),
    builders: {
      newTextStyle: () => {
        const told: Told = {};
        const self: Record<string, (...given: unknown[]) => unknown> = { build: () => ({ told }) };
        for (const method of ['setBold', 'setItalic', 'setForegroundColor', 'setFontSize'])
          self[method] = value => {
            told[method] = value;
            return proxy;
          };
        const proxy = service('TextStyleBuilder', self);
        return proxy;
      },
      newConditionalFormatRule: () =>
        builder('ConditionalFormatRuleBuilder', [
          'whenFormulaSatisfied',
          'setRanges',
          'setBackground',
          'setFontColor',
          'setBold',
          'setItalic',
        ]),
      newDataValidation: () =>
        builder('DataValidationBuilder', [
          'setHelpText',
          'setAllowInvalid',
          'requireValueInList',
          'requireDate',
          'requireNumberBetween',
          'requireNumberGreaterThanOrEqualTo',
          'requireNumberLessThanOrEqualTo',
          'requireFormulaSatisfied',
        ]),
    },
    charts: {
      ChartType: { LINE: 'LINE', COLUMN: 'COLUMN', BAR: 'BAR' },
      ChartMergeStrategy: { MERGE_COLUMNS: 'MERGE_COLUMNS', MERGE_ROWS: 'MERGE_ROWS' },
    },
  };
}
