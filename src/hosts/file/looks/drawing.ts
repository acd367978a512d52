import { fixed, printRange, type Range } from '../../../cells/address';
import type { AddChart } from '../../../workbook/edit';
import { escapeAttribute, escapeText } from '../package/xml';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A drawing without anything on it. */
export const EMPTY_DRAWING = `${XML}<xdr:wsDr xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${MAIN}"></xdr:wsDr>`;

/** The place of a chart on its sheet, as an element of a drawing. */
export function anchorXml({ row, column, rows, columns, title }: AddChart, relation: string, id: number): string {
  const corner = (name: string, at: number, across: number) =>
    `<xdr:${name}><xdr:col>${across}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${SHEET_DRAWING}" xmlns:a="${MAIN}" editAs="oneCell">${corner('from', row, column)}${corner('to', row + rows, column + columns)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id + 1}" name="Chart ${id}" descr="${escapeAttribute(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="${relation}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

/**
 * A chart as a part of a package.
 *
 * @param edit  the chart, its ranges with their sheets
 * @param isNumber  whether a cell holds a number: days along the axis are numbers, names are not
 */
export function chartXml(edit: AddChart, isNumber: (range: Range) => boolean): string {
  const { type, title, series, categories, dates: days = 'mmm yy', format = 'General', from } = edit;
  const place = (range: Range) => escapeText(printRange(fixed({ sheet: edit.sheet, ...range })));
  const kind = isNumber({ sheet: edit.sheet, ...categories }) ? 'numRef' : 'strRef';
  const lines = series.map(({ name, values, color = '#0072b2', dashed }, index) => {
    const fill = `<a:solidFill><a:srgbClr val="${color.slice(1).toUpperCase()}"/></a:solidFill>`;
    const line = `<a:ln w="28575" cap="rnd">${fill}${dashed ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln>`;
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeText(name)}</c:v></c:tx>` +
      `<c:spPr>${type === 'line' ? line : fill}</c:spPr>${type === 'line' ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>'}` +
      `<c:cat><c:${kind}><c:f>${place(categories)}</c:f></c:${kind}></c:cat>` +
      `<c:val><c:numRef><c:f>${place(values)}</c:f></c:numRef></c:val>${type === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
    );
  });
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const plot =
    type === 'line'
      ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.join('')}<c:marker val="1"/>${axes}</c:lineChart>`
      : `<c:barChart><c:barDir val="${type === 'bar' ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${lines.join('')}<c:gapWidth val="60"/>${axes}</c:barChart>`;
  const [along, up] = type === 'bar' ? ['l', 'b'] : ['b', 'l'];
  const small =
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>';
  const heading = `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1100" b="1"/><a:t>${escapeText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const grid =
    '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E5E7EB"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';
  // Names keep the look of their cells.
  const dates = kind === 'numRef' ? `<c:numFmt formatCode="${escapeAttribute(days)}" sourceLinked="0"/>` : '';
  const least = from === undefined ? '' : `<c:min val="${from}"/>`;
  return (
    `${XML}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>${heading}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plot}` +
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${type === 'bar' ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${along}"/>${dates}<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${small}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${least}</c:scaling><c:delete val="0"/><c:axPos val="${up}"/>${grid}<c:numFmt formatCode="${escapeAttribute(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${small}<c:crossAx val="1"/><c:crosses val="${type === 'bar' ? 'max' : 'autoZero'}"/></c:valAx>` +
    `</c:plotArea>${series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${small}</c:legend>` : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}
