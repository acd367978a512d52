import { builtEngine } from '../built';

type Headless = typeof import('../../src/hosts/univer/headless');

let loaded: Headless | undefined;

/** The calculation engine of the web workbook, ready to be used in a test: `headless().createEngine([...])`. */
export function headless(): Headless {
  loaded ??= require(builtEngine()) as Headless;
  return loaded;
}
