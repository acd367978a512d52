import * as formulajs from '@formulajs/formulajs';
import * as simple from 'simple-statistics';

const shareFrom = (list, from) => formulajs.COUNTIF(list, `>=${from}`) / formulajs.COUNT(list);
const agreement = variance => Math.max(0, 1 - variance / 2);
const difference = (later, earlier) => later.map((cell, i) => cell - earlier[i]);

/**
 * The same figure by formulajs or simple-statistics, where they have it. They get each column as a flat list, made before
 * the clock starts: what formulajs does with rows of cells takes quadratic time.
 */
export const LIBRARIES = {
  CSAT: { formulajs: ({ responses }) => shareFrom(responses, 4) },
  FAVORABLE_SHARE: { formulajs: ({ responses }) => shareFrom(responses, 4) },
  NPS: {
    formulajs: ({ responses }) =>
      (100 * (formulajs.COUNTIF(responses, '>=9') - formulajs.COUNTIF(responses, '<=6'))) / formulajs.COUNT(responses),
  },
  CUSTOMER_EFFORT_SCORE: {
    formulajs: ({ responses }) => formulajs.AVERAGE(responses),
    'simple-statistics': ({ responses }) => simple.mean(responses),
  },
  AGREEMENT_INDEX: {
    formulajs: ({ responses }) => agreement(formulajs.VAR.S(responses)),
    'simple-statistics': ({ responses }) => agreement(simple.sampleVariance(responses)),
  },
  FORECAST_BIAS: {
    formulajs: ({ forecast, actual }) => (formulajs.SUM(forecast) - formulajs.SUM(actual)) / formulajs.SUM(actual),
    'simple-statistics': ({ forecast, actual }) => (simple.sum(forecast) - simple.sum(actual)) / simple.sum(actual),
  },
  ORDER_FULFILLMENT_TIME: {
    formulajs: ({ ordered, fulfilled }) => formulajs.MEDIAN(difference(fulfilled, ordered)),
    'simple-statistics': ({ ordered, fulfilled }) => simple.median(difference(fulfilled, ordered)),
  },
};
