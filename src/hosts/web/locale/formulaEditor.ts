import type { ISequenceNode, LexerTreeBuilder } from '@univerjs/engine-formula';
import { formulaFromHere } from './reading';

type Nodes = (ISequenceNode | string)[] | undefined;

/**
 * Lets Univer's editor take apart a formula with `;` between arguments and a decimal comma: it colours references, names the
 * argument that is being typed and inserts the cell that is clicked. Either spelling has the same characters in the same
 * places but for these signs, so that what was taken apart in English is handed back with the signs that were typed.
 *
 * @param lexer  of the spreadsheet
 */
export function readLocalFormulas(lexer: LexerTreeBuilder): void {
  const takeApart = lexer.sequenceNodesBuilder.bind(lexer);
  const whereIs = lexer.getFunctionAndParameter.bind(lexer);
  lexer.sequenceNodesBuilder = formula => {
    const english = formulaFromHere(formula);
    return english === formula ? takeApart(formula) : asTyped(takeApart(english), formula);
  };
  lexer.getFunctionAndParameter = (formula, at) => whereIs(formulaFromHere(formula), at);
}

function asTyped(nodes: Nodes, formula: string): Nodes {
  let at = formula.startsWith('=') ? 1 : 0;
  const taken = (length: number) => {
    at += length;
    return formula.slice(at - length, at);
  };
  return nodes?.map(node =>
    typeof node === 'string' ? taken(node.length) : { ...node, token: taken(node.token.length) },
  );
}
