import { inExcel, pause } from './run';

/** Cells change in bursts, and every look is a round trip: wait that many milliseconds for the burst to end. */
const SETTLE = 300;
/** Milliseconds between two tries to be told of changes. */
const TRY_AGAIN = 2000;
/** Milliseconds in which what Excel calculates after our own edits is still their doing. */
const AFTERMATH = 1000;

/** What Excel tells of a change; older versions leave out who made it. */
interface ChangeEvent {
  worksheetId?: string;
  triggerSource?: string;
}

/** Knows which changes of a workbook a review has to follow. */
export interface Watch {
  /** Tells which sheets there are, by their ids, and which of them the last review has read. */
  saw(all: string[], read: string[]): void;
  /** Makes a change of our own, which nobody has to be told of: whoever makes it reads anew afterwards. */
  ours<T>(change: () => Promise<T>): Promise<T>;
  /** Calls back once others have changed what a review reads and Excel has calculated; returns what ends it. */
  onChange(listener: () => void): () => void;
}

export function createWatch(): Watch {
  let known = new Set<string>();
  let read = new Set<string>();
  let changesOfOurs = 0;
  let lastOfOurs = Number.NEGATIVE_INFINITY;
  const isOurDoing = () => changesOfOurs > 0 || Date.now() - lastOfOurs < AFTERMATH;
  /** A sheet that has come since is of interest until it was seen. */
  const isRead = ({ worksheetId: id }: ChangeEvent) => id === undefined || read.has(id) || !known.has(id);
  return {
    saw: (all, some) => {
      known = new Set(all);
      read = new Set(some);
    },
    ours: async change => {
      changesOfOurs += 1;
      try {
        return await change();
      } finally {
        changesOfOurs -= 1;
        lastOfOurs = Date.now();
      }
    },
    onChange: listener => {
      let ended = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const later = () => {
        clearTimeout(timer);
        if (!ended) timer = setTimeout(listener, SETTLE);
      };
      const changed = async (event: ChangeEvent) => {
        // An older Excel does not tell: better one review too many than a change that nobody sees.
        if (event.triggerSource !== 'ThisLocalAddin' && isRead(event)) later();
      };
      const calculated = async (event: ChangeEvent) => {
        if (!isOurDoing() && isRead(event)) later();
      };
      const deleted = async () => {
        if (!isOurDoing()) later();
      };
      const listening = listen({ changed, calculated, deleted }, () => ended);
      return () => {
        ended = true;
        clearTimeout(timer);
        listening
          .then(handlers => handlers && stopListening(handlers))
          // The workbook is being closed, and its listeners with it.
          .catch(() => undefined);
      };
    },
  };
}

type Handlers = OfficeExtension.EventHandlerResult<unknown>[];

interface Listeners {
  changed(event: ChangeEvent): Promise<void>;
  calculated(event: ChangeEvent): Promise<void>;
  deleted(): Promise<void>;
}

/** Asks to be told of changes until Excel agrees; null where nobody wants to know any more. */
async function listen({ changed, calculated, deleted }: Listeners, isOver: () => boolean): Promise<Handlers | null> {
  while (!isOver()) {
    try {
      return await inExcel(async context => {
        const { worksheets } = context.workbook;
        const handlers = [
          worksheets.onChanged.add(changed),
          worksheets.onCalculated.add(calculated),
          worksheets.onDeleted.add(deleted),
        ];
        await context.sync();
        return handlers as Handlers;
      });
    } catch {
      await pause(TRY_AGAIN);
    }
  }
  return null;
}

async function stopListening(handlers: Handlers): Promise<void> {
  await Excel.run(handlers[0]!.context as Excel.RequestContext, async context => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}
