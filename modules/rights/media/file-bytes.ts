import { Type } from 'typebox'

/** The bytes of a file with its media type, sent as they are. */
export const FileBytes = Type.Object(
  { mediaType: Type.String(), bytes: Type.Unsafe<Buffer>(Type.Unknown()) },
  { additionalProperties: false },
)
