/** Why a range cannot be tracked, or a template not be installed as asked, in an owner's words; nothing was written. */
export class TrackError extends Error {
  override name = 'TrackError';
}
