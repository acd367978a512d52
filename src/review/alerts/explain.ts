/** Rules that go by another name where they are explained. */
const SECTIONS: Record<string, string> = { 'three of four': 'near limit', shift: 'evidence' };

/**
 * The section of docs/drift.md that explains a rule, a kind of alert, a pattern or an effect.
 *
 * @param name  "run", "Winning the sale, losing the customer"
 * @returns     "#run", "#winning-the-sale-losing-the-customer", as GitHub makes anchors of headings
 */
export function explainedAt(name: string): string {
  const plain = (SECTIONS[name] ?? name).toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '');
  return `#${plain.trim().replace(/ /g, '-')}`;
}
