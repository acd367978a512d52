/** The browser that tests and pictures use: one that is installed, else the one that npm brings. */
import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/** What it needs to run as any user, anywhere, and to leave the network alone. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'];

/** Starts an installed Chrome or Chromium (or the one that CHROME names); else the one that npm brings. */
export async function launchBrowser() {
  const named = process.env.CHROME ?? installed.find(path => existsSync(path));
  if (named) return chromium.launch({ executablePath: named, args: flags });
  try {
    return await chromium.launch({ channel: 'chrome', args: flags });
  } catch {
    return chromium.launch({ executablePath: await sparticuz.executablePath(), args: flags });
  }
}
