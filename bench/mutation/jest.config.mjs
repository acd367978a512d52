/** The project's own configuration, with the parts that make mutants. */
import { fileURLToPath } from 'node:url';
import config from '../../jest.config.mjs';

const part = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const [[files, [, swc]] = ['', ['', {}]]] = /** @type {[string, [string, object]][]} */ (
  Object.entries(config.transform)
);

export default {
  ...config,
  rootDir: part('../..'),
  transform: { [files]: [part('transform.mjs'), swc] },
  testEnvironment: part('environment.mjs'),
  runner: part('runner.mjs'),
  reporters: [],
};
