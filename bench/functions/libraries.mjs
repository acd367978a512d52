import * as formulajs from '@formulajs/formulajs';
import * as simple from 'simple-statistics';

const difference = (later, earlier) => later.map((cell, i) => cell - earlier[i]);

/**
 * The same figure by formulajs or simple-statistics, where they have it. They get each column as a flat list, made before
 * the clock starts: what formulajs does with rows of cells takes quadratic time.
 */
export const LIBRARIES = {
  CSAT: { formulajs: ({ responses }) => formulajs.COUNTIF(responses, '>=4') / formulajs.COUNT(responses) },
  NPS: {
    formulajs: ({ responses }) =>
      (100 * (formulajs.COUNTIF(responses, '>=9') - formulajs.COUNTIF(responses, '<=6'))) / formulajs.COUNT(responses),
  },
  ORDER_FULFILLMENT_TIME: {
    formulajs: ({ ordered, fulfilled }) => formulajs.MEDIAN(difference(fulfilled, ordered)),
    'simple-statistics': ({ ordered, fulfilled }) => simple.median(difference(fulfilled, ordered)),
  },
};
