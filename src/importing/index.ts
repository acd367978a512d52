/** Numbers that are not a sheet yet: a text in, the edits that make a sheet of it out. */
export { decoded } from './encoding';
export { type Import, ImportError, importText } from './importText';
