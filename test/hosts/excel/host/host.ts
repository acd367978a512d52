import { interpret, type Model } from './interpret';
import { EVENTS, type EventName, modelOf } from './model';
import { NotUnderstood, REFUSALS, type Refusal } from './refusal';
import type { HostState } from './state';
import { DELAY_FOR_CELL_EDIT, type Envelope, PAYLOAD_LIMIT, type Request, type Response } from './wire';

/** An Excel below Microsoft's client library: it takes the library's messages and answers them. */
export interface Host {
  /** Answers a message of the client, as text. */
  answer(text: string): Promise<string>;
  /** Set by the client's side: takes messages that Excel sends by itself. */
  tell: (text: string) => void;
  /** Round trips: `context.sync()` with something to do. */
  syncs: number;
  /** Messages that only let go of objects that the client kept; nobody waits for them. */
  releases: number;
  /** Bytes of requests and of responses. */
  bytes: { sent: number; received: number };
  /** What was asked for and not understood. */
  notUnderstood: string[];
  /** A cell is being edited until `stopEditing` is called. */
  startEditing(): void;
  stopEditing(): void;
  /** Whether the connection is lost: nothing comes back. */
  isOffline: boolean;
  /** Raises an event, if somebody listens. */
  raise(event: EventName, about?: object): void;
  /** Shows or hides the pane, and tells the add-in. */
  showPane(isVisible: boolean): void;
}

const WORKBOOK = 'Workbook';
/** Origin: OfficeExtension.Constants.eventMessageCategory. */
const EVENT_MESSAGE = 65_536;
const VISIBILITY_CHANGED = 65_539;

/** Opens a host over a workbook; both are one object, so that a test sets and sees everything in one place. */
export function hostOf(state: HostState): HostState & Host {
  const model = modelOf(state);
  let edited: { done: Promise<void>; stop(): void } | null = null;
  const event = (messageType: number, targetId: string, about: object) =>
    host.tell(
      JSON.stringify({
        type: 3,
        message: {
          entries: [{ messageCategory: EVENT_MESSAGE, messageType, targetId, message: JSON.stringify(about) }],
        },
      }),
    );
  const members: Host = {
    syncs: 0,
    releases: 0,
    bytes: { sent: 0, received: 0 },
    notUnderstood: [],
    isOffline: false,
    tell: () => undefined,
    startEditing: () => {
      let stop: () => void = () => undefined;
      const done = new Promise<void>(resolve => {
        stop = resolve;
      });
      edited = { done, stop };
    },
    stopEditing: () => {
      edited?.stop();
      edited = null;
    },
    raise: (name, about = {}) => {
      if (state.listening.has(name)) event(EVENTS[name], WORKBOOK, about);
    },
    showPane: isVisible => {
      state.pane.state = isVisible ? 'Visible' : 'Background';
      event(VISIBILITY_CHANGED, '', { visibility: isVisible ? 'Visible' : 'Hidden' });
    },
    answer: async text => {
      const envelope: Envelope = JSON.parse(text);
      const { body } = envelope.message;
      const sent = typeof body === 'string' ? body : JSON.stringify(body);
      const request: Request = JSON.parse(sent);
      const only = (name: string) => request.Actions.every(({ ActionType, Name }) => ActionType === 1 || Name === name);
      if (request.Actions.some(({ Name }) => Name === '_RemoveReference') && only('_RemoveReference'))
        host.releases += 1;
      else host.syncs += 1;
      if (host.isOffline)
        return reply(envelope.id, 500, { error: { code: 'ConnectionFailure', message: 'No network.' } });
      if (edited && envelope.flags & DELAY_FOR_CELL_EDIT) await edited.done;
      const response = edited ? nothingOf(REFUSALS.editing()) : answered(request, sent, model, host);
      await state.engine.calculated();
      const received = JSON.stringify(response);
      host.bytes.sent += sent.length;
      host.bytes.received += received.length;
      return reply(
        envelope.id,
        200,
        received.length > PAYLOAD_LIMIT ? nothingOf(REFUSALS.responseTooLarge()) : response,
      );
    },
  };
  const host = Object.assign(state, members);
  return host;
}

function answered(request: Request, sent: string, model: Model, { notUnderstood }: Host): Response {
  if (sent.length > PAYLOAD_LIMIT) return nothingOf(REFUSALS.requestTooLarge());
  try {
    return interpret(request, model);
  } catch (reason) {
    // A hole in the host, or a member that Excel has not: the test has to fail, whoever catches the error.
    notUnderstood.push(reason instanceof NotUnderstood ? reason.message : String((reason as Error).stack));
    return {
      Results: [],
      TraceIds: [],
      Error: { Code: 'GeneralException', Message: (reason as Error).message, HttpStatusCode: 500 },
    };
  }
}

function nothingOf({ code, message }: Refusal): Response {
  return { Results: [], TraceIds: [], Error: { Code: code, Message: message, HttpStatusCode: 400 } };
}

function reply(id: number, statusCode: number, body: object): string {
  return JSON.stringify({ type: 1, id, message: { statusCode, headers: {}, body: JSON.stringify(body) } });
}
