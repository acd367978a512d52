import { needs } from './tools';

/** Whether LibreOffice is there. */
export const hasLibreOffice = needs('soffice', 'libreoffice-calc-nogui');

/** A test that asks LibreOffice. */
export const inLibreOffice: typeof test = hasLibreOffice ? test : test.skip;
