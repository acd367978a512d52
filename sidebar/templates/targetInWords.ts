import { formatFigure } from '../../src/review/words/formatFigure';
import { withCurrency } from '../../src/templates/install/currency';
import { columnOf } from '../../src/templates/schema/parts';
import type { Template, TemplateKpi } from '../../src/templates/template';

/**
 * What a template suggests for one of its KPIs, in the format of its column.
 *
 * @returns  `target at least 30%`, `12% to 18%`, `no target yet`
 */
export function targetInWords(
  template: Template,
  { column, better, target, low, high, unit = '' }: TemplateKpi,
): string {
  const format = withCurrency(columnOf(template, column)?.format ?? 'General', template.strategy.currency, 'en');
  const figure = (value: number) => formatFigure(value, { format, unit });
  if (better === 'in range' && low !== undefined && high !== undefined) return `${figure(low)} to ${figure(high)}`;
  if (target === undefined) return 'no target yet';
  return `${better === 'lower' ? 'at most' : 'at least'} ${figure(target)}`;
}
