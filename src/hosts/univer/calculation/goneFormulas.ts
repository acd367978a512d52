import { DependencyManagerBaseService, DependencyManagerService } from '@univerjs/engine-formula';

/** What the manager knows of each formula that is there, by the formula's number. */
type Known = { _allTreeMap: Map<number, unknown> };

/**
 * Has the engine forget formulas that are gone. Where rows come or go it numbers a sheet's formulas anew, but keeps the old
 * numbers beside the cells of other sheets that those formulas read; it finds them again in each later calculation, passes
 * them over, and writes an error for each to the console.
 *
 * @source  Univer 0.25.1, `clearFormulaDependency` of the dependency manager
 */
export function forgetGoneFormulas(): void {
  DependencyManagerService.prototype.searchDependency = function (search, except) {
    const { _allTreeMap: known } = this as unknown as Known;
    const found = DependencyManagerBaseService.prototype.searchDependency.call(this, search, except);
    return new Set([...found].filter(id => known.has(id)));
  };
}
