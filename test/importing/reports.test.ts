import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discover } from '../../src/discover';
import { workbookFromText } from '../../src/hosts/file/fromText';
import { readSnapshot } from '../../src/hosts/file/read';
import { parseLayout } from '../fixtures/layouts/parseLayout';

// What is to be found is beside each file, written before import and finder were run on it (test/fixtures/reports/README.md).

const folder = join(__dirname, '../fixtures/reports');
const reports = readdirSync(folder).filter(name => /\.[ct]sv$/.test(name));

test.each(reports)('%s: its series are found, each with its periods', async file => {
  const { expected, snapshot } = parseLayout(readFileSync(join(folder, file.replace(/\.[ct]sv$/, '.txt')), 'utf8'));
  const { today, locale } = snapshot;
  const bytes = await workbookFromText(new Uint8Array(readFileSync(join(folder, file))), file, locale);
  const sheet = file.replace(/\.[ct]sv$/, '');
  const { findings } = discover(await readSnapshot(bytes, { today, locale, further: [{ sheet }] }), { looks: false });
  const fields = ['name', 'cadence', 'count', 'first', 'last', 'unit', 'better'] as const;
  const lines = findings.map((finding, index) =>
    [finding.values.range, ...fields.map(field => (expected[index]?.[field] === '?' ? '?' : finding[field]))].join(
      ' | ',
    ),
  );
  expect(lines).toEqual(expected.map(series => [series.range, ...fields.map(field => series[field])].join(' | ')));
  expect(findings.filter(({ asText }) => asText.length > 0)).toEqual([]);
});
