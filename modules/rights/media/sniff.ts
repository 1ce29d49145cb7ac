/** Recordings a browser can make or play, by their media types. */
export const voiceTypes = ['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/wav'] as const
/** Pictures that every browser shows and whose other contents can be taken off. */
export const pictureTypes = ['image/jpeg', 'image/png'] as const
export type MediaType = (typeof voiceTypes)[number] | (typeof pictureTypes)[number]

const startsWith = (bytes: Buffer, text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text
const isMpegFrame = (bytes: Buffer) =>
  bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0 && (bytes[1] ?? 0) !== 0xff

/** What bytes are by their own first ones, or undefined: a name or a header proves nothing. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  if (bytes.length < 64) return undefined
  if (startsWith(bytes, '\x1a\x45\xdf\xa3')) return 'audio/webm'
  if (startsWith(bytes, 'OggS')) return 'audio/ogg'
  if (startsWith(bytes, 'ftyp', 4)) return 'audio/mp4'
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return 'audio/wav'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg'
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (startsWith(bytes, 'ID3') || isMpegFrame(bytes)) return 'audio/mpeg'
  return undefined
}
