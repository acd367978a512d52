import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { functions } from '../../../src/functions/catalogue';
import { type Built, build } from '../build';

/** An element of an XML document: its name, attributes and children in order. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
}

/** Reads XML without text contents, which is what the structure of a manifest is. */
function readXml(xml: string): Element {
  const document: Element = { name: '', attributes: {}, children: [] };
  const open = [document];
  for (const [, close, name, rest, alone] of xml
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g)) {
    if (close) {
      expect(open.pop()?.name).toBe(name);
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    );
    const element: Element = { name: name!, attributes, children: [] };
    open[open.length - 1]!.children.push(element);
    if (!alone) open.push(element);
  }
  expect(open).toEqual([document]);
  return document.children[0]!;
}

function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* elementsOf(child);
}

/**
 * The order in which the schema wants children; Office refuses any other without saying why.
 * Origin: Microsoft, Office Add-ins manifest reference, "How to find the proper order of manifest elements", and the
 * pages of the elements.
 */
const order: Record<string, string[]> = {
  OfficeApp:
    'Id AlternateId Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides'.split(
      ' ',
    ),
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  ExtensionPoint: ['Script', 'Page', 'Metadata', 'Namespace', 'OfficeTab'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

let addIn: Built;
let manifest: Element;
beforeAll(() => {
  addIn = build('excel', 'buildExcel', { baseUrl: 'https://compass.example' });
  manifest = readXml(addIn.read('manifest.xml'));
}, 60_000);
afterAll(() => addIn.remove());

const all = (name: string) => [...elementsOf(manifest)].filter(element => element.name === name);

describe('the manifest', () => {
  it('is one that Microsoft’s own package reads', () => {
    // In a process of its own: the package is a mixture of module formats that jest cannot load.
    const read = `require('office-addin-manifest').OfficeAddinManifest.readManifestFile(process.argv[1]).then(info => console.log(JSON.stringify(info)))`;
    const said = execFileSync(process.execPath, ['-e', read, join(addIn.folder, 'manifest.xml')], { encoding: 'utf8' });
    const info = JSON.parse(said);
    expect(info).toMatchObject({
      displayName: 'Strategic Compass',
      officeAppType: 'TaskPaneApp',
      hosts: ['Workbook'],
      permissions: 'ReadWriteDocument',
      defaultSettings: { sourceLocation: 'https://compass.example/taskpane.html' },
    });
    expect(info.id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(info.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it('keeps the order that the schema wants', () => {
    for (const element of elementsOf(manifest)) {
      const wanted = order[element.name];
      if (!wanted) continue;
      const places = element.children.map(({ name }) => wanted.indexOf(name));
      expect({ element: element.name, places }).toEqual({
        element: element.name,
        places: [...places].sort((a, b) => a - b),
      });
      expect(places).not.toContain(-1);
    }
  });

  it('names every resource once, uses all of them, and no string is too long for Office', () => {
    const ids = [...all('bt:Image'), ...all('bt:Url'), ...all('bt:String')].flatMap(
      ({ attributes }) => attributes.id ?? [],
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
    const used = new Set([...elementsOf(manifest)].flatMap(({ attributes }) => attributes.resid ?? []));
    expect([...used].sort()).toEqual([...ids].sort());
    const strings = (list: string) =>
      all(list).flatMap(({ children }) => children.map(({ attributes }) => attributes.DefaultValue!.length));
    // 125 and 250 characters: Microsoft, manifest reference, Resources element.
    expect(Math.max(...strings('bt:ShortStrings'))).toBeLessThanOrEqual(125);
    expect(Math.max(...strings('bt:LongStrings'))).toBeLessThanOrEqual(250);
  });

  it('runs pane, functions and ribbon in one shared runtime that stays', () => {
    expect(all('Runtime').map(({ attributes }) => attributes)).toEqual([{ resid: 'Taskpane.Url', lifetime: 'long' }]);
    const places = ['Page', 'Action'].flatMap(name =>
      all(name).flatMap(({ children }) => children.filter(({ name: child }) => child === 'SourceLocation')),
    );
    for (const { attributes } of [...places, ...all('FunctionFile')]) expect(attributes.resid).toBe('Taskpane.Url');
    const sets = Object.fromEntries(all('Set').map(({ attributes }) => [attributes.Name, attributes.MinVersion]));
    expect(sets).toMatchObject({ SharedRuntime: '1.1', CustomFunctionsRuntime: '1.3' });
    expect(
      all('bt:String').find(({ attributes }) => attributes.id === 'Functions.Namespace')?.attributes.DefaultValue,
    ).toBe('COMPASS');
  });

  it('points to files that are there, at the address it was built for', () => {
    const urls = [...elementsOf(manifest)]
      .map(({ attributes }) => attributes.DefaultValue ?? '')
      .filter(value => value.startsWith('http'));
    expect(urls.length).toBeGreaterThan(8);
    for (const url of urls) {
      expect(url).toMatch(/^https:\/\/compass\.example\//);
      expect(addIn.bytes(url.replace('https://compass.example/', '')).length).toBeGreaterThan(0);
    }
  });

  it('calls commands that the script knows, and no others', () => {
    const names = addIn.read('manifest.xml').match(/(?<=<FunctionName>)\w+/g)!;
    const known = [...addIn.read('functions.js').matchAll(/Office\.actions\.associate\("(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect([...names].sort()).toEqual(known.sort());
    expect(names).toHaveLength(5);
  });

  it('asks for no more than is needed, and for no less', () => {
    const sets = all('Set').map(({ attributes }) => `${attributes.Name} ${attributes.MinVersion}`);
    // 1.3 of the functions' runtime: #NUM! and #NULL! (Microsoft, Custom functions requirement sets). That ExcelApi 1.9 is
    // enough, troubles.test.ts shows on Microsoft's own library.
    expect(sets).toEqual(['SharedRuntime 1.1', 'CustomFunctionsRuntime 1.3', 'ExcelApi 1.9']);
  });
});

describe('the files beside it', () => {
  it('are those the manifest and the pane need', () => {
    expect(readdirSync(addIn.folder).sort()).toEqual(
      'assets functions.js functions.json help.html manifest.xml taskpane.css taskpane.html taskpane.js'.split(' '),
    );
  });

  it('hold icons of the sizes that Office asks for', () => {
    for (const size of [16, 32, 64, 80, 128]) {
      const png = addIn.bytes(`assets/icon-${size}.png`);
      // PNG, 2nd ed., 5.2 and 11.2.2: signature, then width and height at bytes 16 and 20.
      expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('describe every function of the catalogue', () => {
    const { functions: described } = JSON.parse(addIn.read('functions.json'));
    expect(described.map(({ id }: { id: string }) => id)).toEqual(functions.map(({ name }) => name));
    const help = addIn.read('help.html');
    for (const { id, helpUrl } of described) {
      expect(helpUrl).toBe(`https://compass.example/help.html#${id}`);
      expect(help).toContain(`id="${id}"`);
    }
  });

  it('load Office.js from Microsoft’s address, and nothing else from anywhere', () => {
    const outside = addIn.read('taskpane.html').match(/(?<=(?:src|href)=")https?:[^"]+/g);
    expect(outside).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js']);
  });
});
