/** The entry of functions.js: ties every function of the catalogue to its id in functions.json. */
import { functions } from '../../functions/catalogue';
import { call } from '../../hosts/excel/call';

for (const definition of functions) {
  // Excel adds an object about the call behind the parameters; ours need nothing of it.
  CustomFunctions.associate(definition.name, (...args: unknown[]) =>
    call(definition, args.slice(0, definition.parameters.length)),
  );
}
