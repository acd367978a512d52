/** The page of `npm run gallery`: every state of the sidebar, each in a frame of its own. */
import { mountSidebar } from '../../sidebar/main';
import type { Bridge } from '../../src/hosts/bridge';
import { applyEdits } from '../../src/workbook/edits/applyEdits';
import type { Snapshot } from '../../src/workbook/snapshot';
import { Hand } from './hand';
import { STATES, type State } from './states';

const style = document.querySelector('style')!.textContent;

/** A workbook in memory behind a host that does what it should, but for what the state says. */
function bridgeOver(first: Snapshot, host: Partial<Bridge>): Bridge {
  let workbook = first;
  return {
    host: 'web',
    dialect: 'univer',
    snapshot: async () => workbook,
    selection: async () => null,
    apply: async edits => {
      workbook = applyEdits(workbook, edits);
      return { written: 'all' };
    },
    select: async () => undefined,
    onChange: () => () => undefined,
    ...host,
  };
}

/** Shows a state in a shadow root: ids and styles of one are none of another's. */
async function show({ title, workbook, width = 300, start, host = {}, act }: State): Promise<string | null> {
  const figure = document.createElement('figure');
  figure.dataset.state = title;
  figure.style.width = `${width}px`;
  const caption = document.createElement('figcaption');
  caption.textContent = title;
  const frame = document.createElement('div');
  frame.className = 'frame';
  figure.append(caption, frame);
  document.body.append(figure);
  const root = frame.attachShadow({ mode: 'open' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const element = document.createElement('div');
  root.append(sheet, element);
  mountSidebar(element, bridgeOver(workbook(), host), start);
  const hand = new Hand(root);
  try {
    if (!host.snapshot) await hand.find(() => root.querySelector('[data-ready=true]'), 'the review');
    await act?.(hand);
    return null;
  } catch (error) {
    return `${title}: ${(error as Error).message}`;
  }
}

async function showAll(): Promise<void> {
  document.body.replaceChildren();
  document.title = 'Every state of the sidebar';
  document.body.insertAdjacentHTML(
    'beforeend',
    `<style>
      :root { color-scheme: light dark; font: 14px system-ui; }
      body { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; margin: 24px; }
      figure { margin: 0; }
      figcaption { margin-bottom: 6px; font-weight: 600; }
      .frame { position: relative; max-height: 900px; overflow: auto; border: 1px solid GrayText; }
    </style>`,
  );
  const amiss: string[] = [];
  for (const state of STATES) {
    const trouble = await show(state);
    if (trouble !== null) amiss.push(trouble);
  }
  // Forms ask for the focus, and pages begin at their top: the page of all of them does too.
  scrollTo(0, 0);
  Object.assign(window, { amiss });
  document.body.dataset.shown = 'all';
}

void showAll();
