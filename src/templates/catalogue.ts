import bakery from '../../templates/bakery.json';
import fourFunctions from '../../templates/four-functions.json';
import { checkTemplate } from './checkTemplate';
import type { Template } from './template';

/** Every template that can be installed, in the order in which they are shown. */
export const templates: Template[] = [fourFunctions, bakery].map(checkTemplate);
