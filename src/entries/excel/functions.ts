/**
 * The entry of functions.js: ties every function of the catalogue to its id in functions.json, and the ribbon's buttons to
 * what they do. It is all that has to load before cells are calculated.
 */
import { functions } from '../../functions/catalogue';
import { callFunction } from '../../hosts/excel/call';
import { associateCommands } from './commands';

for (const definition of functions) {
  // Excel adds an object about the call behind the parameters; ours need nothing of it.
  CustomFunctions.associate(definition.name, (...args: unknown[]) =>
    callFunction(definition, args.slice(0, definition.parameters.length)),
  );
}

Office.onReady(associateCommands);
