import { templates } from '../templates/catalogue';
import type { Template } from '../templates/template';
import { nearestName } from '../workbook/sheets/names';
import { UsageError } from './usage';

/**
 * A template by its id or its name.
 *
 * @throws UsageError that lists them, or names the one that was probably meant
 */
export function templateNamed(name: string): Template {
  const found = templates.find(({ id, name: title }) =>
    [id, title].some(each => each.toLowerCase() === name.toLowerCase()),
  );
  if (found) return found;
  const ids = templates.map(({ id }) => id);
  const near = nearestName(name, ids);
  throw new UsageError(
    `There is no template '${name}'; ${near ? `did you mean ${near}?` : `there are ${ids.join(', ')}.`}`,
  );
}

/**
 * The template and the file that a command works on.
 *
 * @throws UsageError where one of them is missing, or more was typed
 */
export function templateAndFile(words: string[], usage: string): [Template, string] {
  const [name, file, ...others] = words;
  if (name === undefined) throw new UsageError(`A template is needed: compass ${usage}`);
  const template = templateNamed(name);
  if (file === undefined || others.length > 0) throw new UsageError(`One file is needed: compass ${usage}`);
  return [template, file];
}
