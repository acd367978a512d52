/** Jest's transformer: puts the switches of all mutants into a source before swc compiles it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createTransformer } from '@swc/jest';
import { withSwitches } from './mutants.mjs';
import { PLAN, readPlan } from './plan.mjs';

const plan = readPlan();
const hash = createHash('sha1')
  .update(readFileSync(String(process.env[PLAN])))
  .digest('hex');

/** @type {import('@jest/transform').TransformerCreator<any, any>} */
const creator = options => {
  const swc = /** @type {any} */ (createTransformer(options));
  /** @type {(text: string, path: string) => string} */
  const switched = (text, path) => {
    const file = relative(plan.root, path);
    return withSwitches(
      text,
      plan.mutants.filter(mutant => mutant.file === file),
    );
  };
  return {
    ...swc,
    /** @type {(text: string, path: string, jest: object) => object} */
    process: (text, path, jest) => swc.process(switched(text, path), path, jest),
    /** @type {(text: string, path: string, jest: object) => string} */
    getCacheKey: (text, path, jest) => hash + swc.getCacheKey(text, path, jest),
  };
};

export default { createTransformer: creator };
