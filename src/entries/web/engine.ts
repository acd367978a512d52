import { LocaleType } from '@univerjs/core';
import { UniverSheetsCoreWorkerPreset } from '@univerjs/preset-sheets-core/worker';
import { createUniver } from '@univerjs/presets';
import { cellFunctionClasses } from '../../hosts/univer/calculation/cellFunctions';
import { forgetGoneFormulas } from '../../hosts/univer/calculation/goneFormulas';
import { unpackOpenings } from '../../hosts/web/engineMessages';

forgetGoneFormulas();
unpackOpenings(self);

/** The worker that calculates: the same functions as the page, off its thread. */
createUniver({
  locale: LocaleType.EN_US,
  locales: { [LocaleType.EN_US]: {} },
  presets: [UniverSheetsCoreWorkerPreset({ formula: { function: cellFunctionClasses() } })],
});
