/** What the caller sent is not acceptable. */
export class BadRequest extends Error {
  override name = 'BadRequest'
}
