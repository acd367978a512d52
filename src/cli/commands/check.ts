import { printRange } from '../../cells/address';
import { counted } from '../../cells/english';
import { readSnapshot } from '../../hosts/file/read';
import { readRegister } from '../../workbook/register/readRegister';
import { convertText, placesToConvert, type TextConversion } from '../../workbook/track/convertText';
import { changeWorkbook } from '../changeWorkbook';
import type { Args, Command } from '../command';
import { readWorkbookFile } from '../files';
import type { Io } from '../io';
import { columns, wrapped } from '../text';
import { onlyFile, READING, readingOptions, WRITING } from '../workbookOptions';
import { about } from './explain';

/** So many cells are shown one by one. */
const SHOWN = 20;

export const checkCommand: Command = {
  name: 'check',
  summary: 'find text where figures or dates belong, and convert it',
  usage: 'check FILE.xlsx [--kpi NAME] [--fix -o OUT.xlsx]',
  details: [
    'Checks every cell that a KPI reads, ledgers included, and lists those that hold text, which sums silently leave out.',
    'With --fix, text that spells a figure or a date is replaced by it. Other text stays and is listed. Nothing else is changed.',
    'Exit code 1: something needs correcting; 0: nothing does.',
  ],
  options: {
    kpi: { value: 'NAME', help: 'this KPI only' },
    fix: { help: 'convert, and write the result' },
    ...WRITING,
    ...READING,
  },
  examples: ['compass check till.xlsx', 'compass check till.xlsx --fix -o till-checked.xlsx'],
  run: check,
};

async function check(args: Args, io: Io): Promise<number> {
  const file = onlyFile(args.words, checkCommand.usage);
  const kpi = args.text('kpi');
  if (args.flag('fix')) {
    return changeWorkbook(file, args, io, async read => {
      const conversion = convertText(await read(placesToConvert(await read(), kpi)), kpi, true);
      return { edits: conversion.edits, said: path => saidOf(path, conversion) };
    });
  }
  return about(file, async () => {
    const reading = readingOptions(args, io);
    const bytes = await readWorkbookFile(file, reading.locale);
    const first = await readSnapshot(bytes, reading);
    const snapshot = await readSnapshot(bytes, { ...reading, further: placesToConvert(first, kpi) });
    const conversion = convertText(snapshot, kpi);
    // What a KPI's own row says of its text is reported below, cell by cell.
    const problems = readRegister(first).problems.filter(
      ({ severity, convert }) => severity === 'error' && convert === undefined,
    );
    io.out(reportOf(file, conversion, io));
    for (const { message } of problems) io.out(wrapped(message, io.width, '    ', '  '));
    return conversion.converted.length + conversion.left.length + problems.length > 0 ? 1 : 0;
  });
}

function reportOf(file: string, { converted, left, notes }: TextConversion, io: Io): string {
  if (converted.length + left.length === 0) return `${file}: no text where figures or dates belong.`;
  const rows = [
    ...converted
      .slice(0, SHOWN)
      .map(({ cell, text, value, kpi }) => [printRange(cell), `'${text}'`, `is text; it says ${value} (${kpi})`]),
    ...(converted.length > SHOWN ? [['', '', `and ${counted(converted.length - SHOWN, 'more cell')} like these`]] : []),
    ...left.slice(0, SHOWN).map(({ cell, text, why, kpi }) => [printRange(cell), `'${text}'`, `${why} (${kpi})`]),
    ...(left.length > SHOWN ? [['', '', `and ${counted(left.length - SHOWN, 'more cell')} like these`]] : []),
  ];
  const fix =
    converted.length > 0
      ? [`Convert ${converted.length === 1 ? 'it' : 'them'}: compass check ${file} --fix -o OUT.xlsx`]
      : [];
  return [
    `${file}: ${counted(converted.length, 'cell')} to convert, ${counted(left.length, 'cell')} to look at.`,
    columns(rows, io.width),
    ...[...notes, ...fix].map(text => wrapped(text, io.width, '    ', '  ')),
  ].join('\n');
}

function saidOf(path: string, { converted, left, notes }: TextConversion): string[] {
  if (converted.length + left.length === 0)
    return [`${path}: nothing to convert; no text where figures or dates belong.`];
  const kpis = [...new Set(converted.map(({ kpi }) => kpi))];
  return [
    converted.length === 0
      ? `${path}: nothing was converted.`
      : `${path}: ${counted(converted.length, 'cell')} converted, for ${kpis.join(', ')}.`,
    ...left.slice(0, SHOWN).map(({ cell, text, why }) => `${printRange(cell)}: '${text}' ${why}; it stays.`),
    ...notes,
  ];
}
