import type { CellStyle, Color } from 'hucre';

/** A look that cells take on by a rule, as a style sheet lists it. */
export function ruleLookXml({ font = {}, fill, border = {} }: CellStyle, p: string): string {
  const color = (local: string, { rgb }: Color = {}) => (rgb ? `<${p}${local} rgb="FF${rgb.slice(-6)}"/>` : '');
  const fonts = [
    font.bold ? `<${p}b/>` : '',
    font.italic ? `<${p}i/>` : '',
    font.strikethrough ? `<${p}strike/>` : '',
    font.underline ? `<${p}u/>` : '',
    color('color', font.color),
  ].join('');
  const background = fill?.type === 'pattern' ? color('bgColor', fill.fgColor ?? fill.bgColor) : '';
  const sides = (['left', 'right', 'top', 'bottom'] as const).map(side => {
    const line = border[side];
    return line ? `<${p}${side} style="${line.style}">${color('color', line.color)}</${p}${side}>` : '';
  });
  return [
    `<${p}dxf>`,
    fonts && `<${p}font>${fonts}</${p}font>`,
    background && `<${p}fill><${p}patternFill patternType="solid">${background}</${p}patternFill></${p}fill>`,
    sides.some(Boolean) ? `<${p}border>${sides.join('')}</${p}border>` : '',
    `</${p}dxf>`,
  ].join('');
}
