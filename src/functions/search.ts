import { functions } from './catalogue';
import type { CellFunction } from './definition';

/**
 * Finds functions by what an owner would type: a name, a synonym, a word of the summary or the question.
 *
 * @param text  words in any order, without case; each must begin a word of the function somewhere
 * @returns     those that have them all, names and synonyms first; all functions where nothing was typed
 */
export function searchFunctions(text: string): CellFunction[] {
  const wanted = wordsOf(text);
  const ranked = functions.map(definition => {
    const { name, synonyms = [], summary, question, family } = definition;
    const called = wordsOf([name, ...synonyms].join(' '));
    const said = wordsOf([family, summary, question].join(' '));
    const rank = has(called, wanted) ? 0 : has([...called, ...said], wanted) ? 1 : 2;
    return { definition, rank };
  });
  return ranked
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ definition }) => definition);
}

function has(words: string[], wanted: string[]): boolean {
  return wanted.every(part => words.some(word => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
