import type { Edit } from '../../workbook/edit';
import type { Snapshot } from '../../workbook/snapshot';
import type { Template } from '../template';
import type { InstallOptions } from './layout';
import { planInstall } from './planInstall';

/**
 * Installs a template, every question answered as it mostly is: the edits of `planInstall`.
 *
 * @param template  from the catalogue, or checked with `checkTemplate`
 * @param snapshot  the Compass sheets and the names of all others; for a mapping also the cells it names and those around them
 * @param options   with sample data or empty, and what a workbook starts with
 * @returns         edits that overwrite nothing
 * @throws          TrackError where a mapped range cannot be read, or a Compass sheet lacks a header
 */
export function installTemplate(template: Template, snapshot: Snapshot, options: InstallOptions): Edit[] {
  return planInstall(template, snapshot, options).edits;
}
