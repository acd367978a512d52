import { Fragment, isValidElement } from 'preact';

/**
 * A drawing as text, one element a line, so that a change of a chart is read in a review.
 *
 * @param node    what a chart returned: elements and pure components, no hooks
 * @param indent  how deep it is
 */
export function svgText(node: unknown, indent = ''): string {
  if (Array.isArray(node)) return node.map(child => svgText(child, indent)).join('');
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (!isValidElement(node)) return `${indent}${String(node)}\n`;
  const { type, props } = node as { type: unknown; props: Record<string, unknown> };
  if (type === Fragment) return svgText(props.children, indent);
  if (typeof type === 'function') return svgText(type(props), indent);
  const attributes = Object.entries(props)
    .filter(([name, value]) => name !== 'children' && value !== undefined)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  const inside = svgText(props.children, `${indent}  `);
  return inside === ''
    ? `${indent}<${String(type)}${attributes}/>\n`
    : `${indent}<${String(type)}${attributes}>\n${inside}${indent}</${String(type)}>\n`;
}
