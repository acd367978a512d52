/** The grid without a screen, as one module that Node can load: what the tests' stand-ins for Sheets and Excel calculate with. */

export { workbookFromEdits } from './edits/fromEdits';
export { createEngine, type Engine, type Written } from './engine';
