import { functions } from '../catalogue';
import type { CellFunction } from '../definition';

const NOT_FOUND = 3;

/**
 * Finds functions by what an owner would type: a name, a synonym, a word of the summary or the question.
 *
 * @param text  words in any order, without case; each must begin a word of the function somewhere
 * @returns     those that have them all: first what is called exactly so, then what one of its names begins so, then the
 *              rest; all functions where nothing was typed
 */
export function searchFunctions(text: string): CellFunction[] {
  const wanted = wordsOf(text);
  return functions
    .map(definition => ({ definition, rank: rankOf(definition, wanted) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((a, b) => a.rank - b.rank)
    .map(({ definition }) => definition);
}

function rankOf({ name, synonyms = [], summary, question, family }: CellFunction, wanted: string[]): number {
  const names = [name, ...synonyms].map(wordsOf);
  if (names.some(words => words.join() === wanted.join())) return 0;
  if (names.some(words => has(words, wanted))) return 1;
  return has([...names.flat(), ...wordsOf([family, summary, question].join(' '))], wanted) ? 2 : NOT_FOUND;
}

function has(words: string[], wanted: string[]): boolean {
  return wanted.every(part => words.some(word => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
