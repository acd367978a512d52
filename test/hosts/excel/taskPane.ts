import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { functions } from '../../../src/functions/catalogue';
import type { Grid } from '../typing';
import { CLIENT_LIBRARY } from './client';
import { type Host, hostOf } from './host/host';
import { type HostState, hostState } from './host/state';

/** Where the add-in is served in tests; the browser is given everything by the test, nothing by a network. */
export const ADDRESS = 'https://compass.example';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The page of Excel around the pane. */
const OUTSIDE = `${ADDRESS}/excel-on-the-web.html`;

const displayOf = (isVisible: boolean) => (isVisible ? 'block' : 'none');

/** Excel on the web keeps the page of an add-in in a frame, which is not drawn while the pane is closed. */
function excelOnTheWeb(isVisible: boolean): string {
  return (
    '<!DOCTYPE html><title>Excel</title><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>' +
    `<iframe src="taskpane.html" style="display:${displayOf(isVisible)}"></iframe>`
  );
}

/** What the page keeps for the test. */
interface PageOfTest extends Window {
  associated: { functions: string[]; commands: Map<string, (event: { completed(): void }) => unknown> };
  tellClient(text: string): void;
}

/** A task pane that is open in the browser, with the host at the other end of Microsoft's client library. */
export interface TaskPane {
  page: Page;
  /** The pane itself, inside the page of Excel on the web. */
  pane: Frame;
  /** The workbook, and what happened to it. */
  excel: HostState & Host;
  /** Addresses outside the add-in that the page asked for. */
  foreign: string[];
  errors: string[];
  /** Ids of the custom functions and the commands that the add-in has associated. */
  associated(): Promise<{ functions: string[]; commands: string[] }>;
  /** Presses a ribbon button that calls a command; resolves to how often it was let go. */
  press(command: string): Promise<number>;
  /** Shows the pane, or hides it, as its user does. */
  show(isVisible: boolean): Promise<void>;
  /** Closes the pane; fails if anything was asked of Excel that the host does not understand. */
  close(): Promise<void>;
}

/** What Excel looks like around the pane. */
export interface PaneOptions {
  /** Pixels; Excel's pane is 320 on the web and up to what its user drags it to. */
  width?: number;
  /** Whether the pane is in view when the runtime starts: a function in a cell starts it unseen. */
  isVisible?: boolean;
  theme?: { bodyBackgroundColor: string; bodyForegroundColor: string; isDarkTheme?: boolean };
}

/**
 * Opens the built task pane as Excel does.
 *
 * @param folder  the built add-in
 * @param grid    the workbook that is open
 */
export async function openTaskPane(
  browser: Browser,
  folder: string,
  grid: Grid,
  { width = 350, isVisible = true, theme }: PaneOptions = {},
): Promise<TaskPane> {
  const excel = hostOf(hostState(grid));
  excel.pane.state = isVisible ? 'Visible' : 'Background';
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.exposeFunction('askHost', (text: string) => excel.answer(text));
  excel.tell = text =>
    void pane.evaluate(message => (window as unknown as PageOfTest).tellClient(message), text).catch(() => undefined);
  await page.route('**/*', route => {
    const url = route.request().url();
    const file = join(folder, new URL(url).pathname);
    if (url === OUTSIDE) return route.fulfill({ contentType: 'text/html', body: excelOnTheWeb(isVisible) });
    if (url === OFFICE_JS) return route.fulfill({ contentType: 'text/javascript', body: officeJs(theme) });
    if (url.startsWith(`${ADDRESS}/`) && existsSync(file)) {
      return route.fulfill({ contentType: TYPES[extname(file)] ?? 'application/octet-stream', path: file });
    }
    if (!url.endsWith('/favicon.ico')) foreign.push(url);
    return route.abort();
  });
  await page.goto(OUTSIDE);
  const pane = page.frames().find(frame => frame !== page.mainFrame())!;
  await pane.waitForLoadState();
  return {
    page,
    pane,
    excel,
    foreign,
    errors,
    associated: () =>
      pane.evaluate(() => {
        const { associated } = window as unknown as PageOfTest;
        return { functions: associated.functions, commands: [...associated.commands.keys()] };
      }),
    press: command =>
      pane.evaluate(async name => {
        let times = 0;
        const { commands } = (window as unknown as PageOfTest).associated;
        await commands.get(name)!({ completed: () => (times += 1) });
        return times;
      }, command),
    show: async isShown => {
      await page.evaluate(display => {
        document.querySelector('iframe')!.style.display = display;
      }, displayOf(isShown));
      excel.showPane(isShown);
    },
    close: async () => {
      await page.close();
      const { notUnderstood } = excel;
      if (notUnderstood.length > 0) throw new Error(`Asked of Excel, and not understood: ${notUnderstood.join('; ')}`);
    },
  };
}

/** Microsoft's client library, and what Office.js puts around it in the page: the context and the lists of what was associated. */
function officeJs(theme: PaneOptions['theme']): string {
  const around = (officeTheme: PaneOptions['theme'], names: number) => {
    // biome-ignore lint/suspicious/noExplicitAny: runs in the page, where the library has put its globals
    const page = window as any;
    const commands = new Map();
    const answers: string[] = [];
    page.associated = { functions: answers, commands };
    const bridge = {
      sendMessageToHost: (text: string) => page.askHost(text).then((answer: string) => page.tellClient(answer)),
    } as { sendMessageToHost(text: string): void; onMessageFromHost(text: string): void };
    page.tellClient = (text: string) => bridge.onMessageFromHost(text);
    page.OfficeExtension.HostBridge.init(bridge);
    page.CustomFunctions.associate = (id: string) => {
      if (answers.length < names) answers.push(id);
    };
    page.Office = {
      addin: page.Office.addin,
      VisibilityMode: page.Office.VisibilityMode,
      StartupBehavior: page.Office.StartupBehavior,
      actions: { associate: (id: string, command: unknown) => commands.set(id, command) },
      context: {
        contentLanguage: 'en-US',
        displayLanguage: 'en-US',
        host: 'Excel',
        platform: 'OfficeOnline',
        officeTheme,
        requirements: { isSetSupported: (_set: string, version = '1.1') => Number(version.split('.')[1]) < 17 },
      },
      onReady: async (ready?: (info: object) => unknown) => {
        const info = { host: 'Excel', platform: 'OfficeOnline' };
        await ready?.(info);
        return info;
      },
    };
  };
  const library = readFileSync(CLIENT_LIBRARY, 'utf8');
  return `${library}\n;(${around.toString()})(${JSON.stringify(theme) ?? 'undefined'}, ${functions.length});`;
}
