import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import vm from 'node:vm';
import type { Host } from './host/host';
import type { ObjectMaker } from './notes';

/** Microsoft's own client library, as the add-in gets it in Excel on the web, with everything readable. */
export const CLIENT_LIBRARY = resolve(
  __dirname,
  '../../../node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js',
);

/** What of the library a test reaches. */
export interface Client {
  Excel: {
    run(...given: unknown[]): Promise<unknown>;
    Worksheet: { prototype: object };
  };
  OfficeExtension: ExtensionLibrary;
  /** The library's part that speaks to the host; the rest of `Office` belongs to the page. */
  addin: object;
  CustomFunctions: { Error: unknown };
  /** What the library itself looks for: `Office.context.requirements`. */
  setOffice(office: object): void;
}

/** Parts of the library below its declarations. */
interface ExtensionLibrary extends ObjectMaker {
  HostBridge: { init(bridge: { sendMessageToHost(text: string): void; onMessageFromHost?(text: string): void }): void };
  GenericEventRegistration: { s_genericEventRegistrations: object };
}

let loaded: Client | undefined;

/** The library, loaded once a test file, without a host. */
export function loadClient(): Client {
  loaded ??= load();
  return loaded;
}

/** Loads the library into a realm of its own, with as much of a browser as it looks for. */
function load(): Client {
  const nothing = () => undefined;
  const element = () => ({ style: {}, setAttribute: nothing, appendChild: nothing, getElementsByTagName: () => [] });
  const page: Record<string, unknown> = {
    navigator: { userAgent: 'Chrome', appVersion: '' },
    location: { href: 'https://compass.example/', search: '', hash: '', protocol: 'https:', host: 'compass.example' },
    document: {
      createElement: element,
      getElementsByTagName: () => [],
      URL: 'https://compass.example/',
      addEventListener: nothing,
      head: element(),
      body: element(),
    },
    sessionStorage: { getItem: () => null, setItem: nothing, removeItem: nothing },
    localStorage: { getItem: () => null, setItem: nothing },
    addEventListener: nothing,
    setTimeout,
    clearTimeout,
    performance,
    console,
  };
  for (const name of ['window', 'self', 'top', 'parent']) page[name] = page;
  const realm = vm.createContext(page);
  vm.runInContext(readFileSync(CLIENT_LIBRARY, 'utf8'), realm, { filename: CLIENT_LIBRARY });
  const { Excel, OfficeExtension, CustomFunctions, Office } = page as unknown as Client & { Office: { addin: object } };
  // The library takes only objects of its own realm for options.
  const ofItsRealm: (given: unknown) => unknown = vm.runInContext('given => ({ ...given })', realm);
  const { run } = Excel;
  Excel.run = (...given) => {
    const [first] = given;
    const isOptions = given.length > 1 && typeof first === 'object' && 'delayForCellEdit' in (first as object);
    return run(...(isOptions ? [ofItsRealm(first), ...given.slice(1)] : given));
  };
  return {
    Excel,
    OfficeExtension,
    CustomFunctions,
    addin: Office.addin,
    setOffice: office => {
      page.Office = office;
    },
  };
}

/** The library, with a host at the other end of its bridge. */
export function clientOf(host: Host): Client {
  const client = loadClient();
  const { OfficeExtension } = client;
  // Listeners of a workbook that is closed.
  OfficeExtension.GenericEventRegistration.s_genericEventRegistrations = {};
  const bridge: Parameters<typeof OfficeExtension.HostBridge.init>[0] = {
    sendMessageToHost: text => void host.answer(text).then(answer => bridge.onMessageFromHost!(answer)),
  };
  OfficeExtension.HostBridge.init(bridge);
  host.tell = text => bridge.onMessageFromHost!(text);
  return client;
}
