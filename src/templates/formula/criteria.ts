import type { Cell } from '../../cells/value';

/**
 * Whether a cell meets a criterion of SUMIFS and its kin: a value to be equal to, or a text like `>=46000` or `<>`.
 *
 * @source  ODF OpenFormula 1.3, 4.11.8 (Criterion), as far as Excel, Sheets and LibreOffice agree
 */
export function meets(cell: Cell, criterion: Cell): boolean {
  if (typeof criterion !== 'string') return cell === (criterion ?? 0);
  const [, operator = '', operand = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion)!;
  const number = operand.trim() === '' ? null : Number(operand);
  if (number !== null && Number.isFinite(number)) return compared(cell, operator, number);
  if (operand === '') return operator === '<>' ? cell !== null : cell === null || cell === '';
  const equal = typeof cell === 'string' && cell.toLowerCase() === operand.toLowerCase();
  return operator === '<>' ? !equal : equal;
}

function compared(cell: Cell, operator: string, number: number): boolean {
  if (typeof cell !== 'number') return operator === '<>';
  switch (operator) {
    case '<':
      return cell < number;
    case '<=':
      return cell <= number;
    case '>':
      return cell > number;
    case '>=':
      return cell >= number;
    case '<>':
      return cell !== number;
    default:
      return cell === number;
  }
}
