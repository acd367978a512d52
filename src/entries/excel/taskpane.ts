/** The entry of taskpane.js: the same sidebar as everywhere, with Excel behind its bridge. */
import { mountSidebar } from '../../../sidebar/main';
import { excelBridge } from '../../hosts/excel/bridge';
import { followTheme } from '../../hosts/excel/theme';
import { followVisibility, whileVisible } from '../../hosts/excel/visibility';
import { onAsked, takeAsked } from './opening';
import './pane.css';

const element = document.getElementById('sidebar')!;

/** Puts the sidebar into the pane once it is in view: until then the page only calculates functions. */
function start(): void {
  followTheme(document.documentElement);
  const visibility = followVisibility(document.body);
  const bridge = whileVisible(excelBridge(), visibility);
  let unmount: (() => void) | undefined;
  const show = () => {
    const asked = takeAsked();
    if (unmount && !asked) return;
    unmount?.();
    unmount = mountSidebar(element, bridge, asked ?? 'review');
  };
  visibility.onShown(show);
  onAsked(() => visibility.isVisible() && show());
}

/** What is said where there is no Excel around the page: in a browser that was led here by a link. */
function sayWhatThisIs(): void {
  const words = document.createElement('p');
  words.textContent = 'This is the task pane of Strategic Compass, an add-in for Excel. It works inside Excel only. ';
  const link = document.createElement('a');
  link.href = 'help.html';
  link.textContent = 'What it is and how to get it';
  words.append(link);
  element.replaceChildren(words);
}

// Without a network Office.js itself may be missing.
if (typeof Office === 'undefined') sayWhatThisIs();
else Office.onReady(({ host }) => (host === null ? sayWhatThisIs() : start()));
