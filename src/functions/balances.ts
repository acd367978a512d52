import type { Parameter } from './definition';

/** Why a balance or a cost has a sign that it can't have. */
const CREDIT = 'exports often show credits as negative: change the sign';

/** A figure of the books that can't be below zero; from an export with credits as negatives it often is. */
export function balance(name: string, description: string, partOf?: string): Parameter {
  return { name, type: 'number', description, from: 0, hint: CREDIT, ...(partOf && { partOf }) };
}

/** A figure of the books that may be below zero, as a profit. */
export function amount(name: string, description: string): Parameter {
  return { name, type: 'number', description };
}

export const revenue = amount('revenue', 'sales of the period, without tax');
export const currentAssets = balance('current_assets', 'cash, receivables, stock: whatever becomes cash within a year');
export const currentLiabilities = balance('current_liabilities', 'whatever must be paid within a year');
export const operatingProfit = amount('operating_profit', 'profit before interest and tax; a loss is negative');
export const netProfit = amount('net_profit', 'profit after interest and tax; a loss is negative');
export const costOfGoods = balance('cost_of_goods', 'cost of what was sold in the period');

/** What is easily done wrong with figures of the books. */
export const SIGNS =
  'Ledger exports show credits (revenue, liabilities, equity) as negative: change their sign first, as in =-B2.';
