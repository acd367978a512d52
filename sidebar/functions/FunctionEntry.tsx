import type { JSX } from 'preact';
import type { Dialect } from '../../src/cells/formula';
import { isoDate } from '../../src/cells/serial';
import { type Cell, type Grid, isError } from '../../src/cells/value';
import type { CellFunction, Example, Parameter } from '../../src/functions/definition';
import { spilledFormat } from '../../src/functions/format';
import { exampleFormula, exampleSheet } from '../../src/functions/help/example';
import type { Session } from '../session';
import { figuresIn } from '../words/figure';
import { InsertForm } from './InsertForm';

/** One function as help shows it: what it answers, what it takes, worked examples, and how to do without it. */
export function FunctionEntry({ definition, session }: { definition: CellFunction; session: Session }): JSX.Element {
  const { dialect } = session.bridge;
  const {
    name,
    summary,
    question,
    parameters,
    examples,
    plain,
    mistakes = [],
    synonyms = [],
    source,
    result,
  } = definition;
  return (
    <li class="card function" data-function={name}>
      <details>
        <summary>
          <h3>
            <code>{spelling(name, dialect)}</code>
          </h3>
          <span class="meta">{summary}</span>
        </summary>
        <div class="card-body">
          <p>{question}</p>
          <p>
            <code>{signature(definition, dialect)}</code>
          </p>
          <dl>
            {parameters.map(parameter => (
              <div key={parameter.name}>
                <dt>
                  <code>{parameter.name}</code>
                </dt>
                <dd>{inWords(parameter)}</dd>
              </div>
            ))}
          </dl>
          <p class="meta">Gives: {result.unit}</p>
          <InsertForm definition={definition} session={session} />
          {examples.map(example => (
            <Worked key={example.title} definition={definition} example={example} dialect={dialect} />
          ))}
          {mistakes.length > 0 && (
            <div>
              <h4>Common mistakes</h4>
              <ul class="listed">
                {mistakes.map(mistake => (
                  <li key={mistake}>{mistake}</li>
                ))}
              </ul>
            </div>
          )}
          {plain !== undefined && (
            <div>
              <h4>Without the add-in</h4>
              <code>{separated(plain, dialect)}</code>
            </div>
          )}
          {synonyms.length > 0 && <p class="meta">Also known as: {synonyms.join(', ')}</p>}
          <p class="meta">Source: {source}</p>
        </div>
      </details>
    </li>
  );
}

/** An example: its cells, its formula, its result. */
function Worked({
  definition,
  example,
  dialect,
}: {
  definition: CellFunction;
  example: Example;
  dialect: Dialect;
}): JSX.Element {
  const sheet = exampleSheet(definition, example);
  const show = (cell: Cell, date: boolean) => {
    if (cell === null) return '';
    if (isError(cell)) return cell.error;
    if (typeof cell !== 'number') return String(cell);
    return date ? isoDate(cell) : String(Number(cell.toPrecision(8)));
  };
  const width = Array.isArray(example.result) ? example.result[0]!.length : 0;
  const result = (cell: Cell, column: number) => {
    const date = sheet.byPeriod && column === 0;
    const format = width > 0 ? spilledFormat(definition, column, width) : definition.result.format;
    return typeof cell === 'number' && format !== undefined && !date ? figuresIn(format)(cell) : show(cell, date);
  };
  return (
    <div class="preview">
      <p>{example.title}</p>
      {sheet.headers.length > 0 && (
        <table>
          <thead>
            <tr>
              {sheet.headers.map(header => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={sheet.headers[column]}>{show(cell, sheet.dates[column]!)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <code>{exampleFormula(definition, example, dialect)}</code>
      <p>
        gives{' '}
        <strong>
          {rowsOf(example.result)
            .map(row => row.map(result).join(' · '))
            .join(', ')}
        </strong>
      </p>
    </div>
  );
}

const rowsOf = (result: Cell | Grid): Grid => (Array.isArray(result) ? result : [[result]]);

/** The function's name as the host spells it. */
function spelling(name: string, dialect: Dialect): string {
  return dialect === 'excel' ? `COMPASS.${name}` : name;
}

/** Name and parameters; those that may be left out in brackets. */
function signature({ name, parameters }: CellFunction, dialect: Dialect): string {
  const separator = dialect === 'sheets' ? '; ' : ', ';
  const names = parameters.map(parameter => (parameter.optional ? `[${parameter.name}]` : parameter.name));
  return `=${spelling(name, dialect)}(${names.join(separator)})`;
}

/** A plain formula with the separator that the host takes; commas inside texts stay. */
function separated(plain: string, dialect: Dialect): string {
  return dialect === 'sheets' ? plain.replace(/"[^"]*"|,\s?/g, part => (part[0] === ',' ? '; ' : part)) : plain;
}

function inWords({ description, optional, default: fallback }: Parameter): string {
  if (!optional) return description;
  return fallback === undefined ? `${description} (may be left out)` : `${description} (${fallback} if left out)`;
}
