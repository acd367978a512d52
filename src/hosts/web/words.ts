import { merge } from '@univerjs/core';
import formats from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import core from '@univerjs/preset-sheets-core/locales/en-US';
import validations from '@univerjs/preset-sheets-data-validation/locales/en-US';
import notes from '@univerjs/preset-sheets-note/locales/en-US';

/** What Univer 0.25.1 says in English, with the words that its own list lacks. */
export const locale = merge({}, core, formats, validations, notes, {
  'sheets-formula': {
    progress: {
      analyzing: 'Looking at the formulas',
      calculating: 'Calculating',
      'array-analysis': 'Looking at the array formulas',
      'array-calculation': 'Calculating array formulas',
      done: 'Calculated',
    },
  },
  'sheets-ui': {
    info: { error: 'Note', forceStringInfo: 'Text that looks like a number or a formula.' },
    merge: {
      confirm: {
        warning: 'Only the first cell of the range keeps its contents. Continue?',
        dismantleMergeCellWarning: 'This splits some merged cells. Continue?',
      },
    },
    filter: {
      confirm: { error: 'Not possible', notAllowedToInsertRange: 'Cells cannot be moved while rows are filtered out.' },
    },
    borderLine: {
      borderTlbr: 'Diagonal down',
      borderTlbcTlmr: 'Two lines from the top left',
      borderTlbrTlbcTlmr: 'Three lines from the top left',
      borderBlTr: 'Diagonal up',
      borderMltrBctr: 'Two lines to the top right',
    },
  },
});
