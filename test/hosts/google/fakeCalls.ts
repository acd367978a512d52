/** Methods that neither read nor change the document: they find cells, or build something that is handed over later. */
const BESIDE =
  /^(SpreadsheetApp\.(?!flush)|Ui\.|Menu\.|HtmlService\.|HtmlOutput\.|Utilities\.|LockService\.|Lock\.|PropertiesService\.|Properties\.|\w*Builder\.|Spreadsheet\.(toast|getSheetByName|getActiveSpreadsheet|getId)|Sheet\.(getRange|getRangeList|getName|getType|getDataRange|newChart|getSheetId)|Range\.(getA1Notation|getSheet|getRow|getColumn|getNumRows|getNumColumns)|NamedRange\.)/;

/** Whether a call, `Class.method`, reads or changes the document: those take time with Google. */
export function touchesDocument(call: string): boolean {
  return !BESIDE.test(call);
}

/** Whether a call reads the document, so that everything queued before has to be done first. */
export function readsDocument(call: string): boolean {
  return touchesDocument(call) && /\.(get|is)[A-Z]/.test(call);
}

/** Thrown by whatever a script asks for after it was stopped: nothing of it runs any more, nor its answer arrives. */
export class ScriptStopped extends Error {
  override name = 'ScriptStopped';
}

/** Counts calls, and stops the script where a test wants it to die. */
export interface CallCounter {
  calls: string[];
  /** After that many more calls that touch the document the script is dead; null: it lives. */
  diesAfter: number | null;
}

/**
 * Wraps an object so that every call is counted and an unknown one fails as it would in Apps Script.
 *
 * @param counter  where calls are noted
 * @param kind     the class, as Apps Script names it
 */
export function countedService<T extends object>(counter: CallCounter, kind: string, methods: T): T {
  return new Proxy(methods, {
    get(target, property: string) {
      const method = (target as Record<string, (...given: unknown[]) => unknown>)[property];
      if (!method) throw new TypeError(`${kind}.${property} is not a function`);
      // Lists of constants.
      if (typeof method === 'object') return method;
      return (...given: unknown[]) => {
        const call = `${kind}.${property}`;
        if (counter.diesAfter !== null && touchesDocument(call)) {
          if (counter.diesAfter <= 0) throw new ScriptStopped('Exceeded maximum execution time');
          counter.diesAfter -= 1;
        }
        counter.calls.push(call);
        return method(...given);
      };
    },
  });
}
