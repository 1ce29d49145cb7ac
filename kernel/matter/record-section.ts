/** A titled part of a record: labels with their values. */
export type RecordSection = { readonly title: string; readonly rows: readonly (readonly [string, string])[] }

/** A file that a kind keeps by itself, as its record names it. */
export type RecordFile = {
  /** Unlike that of any other file of the matter. */
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly at: Date
  /** `person`, `system`, or post and unit in words; null for nobody who is named. */
  readonly by: string | null
  /** Of the bytes as they are given out, under the installation's suite. */
  readonly hash: Buffer
}

/** A label with what stands behind it; null or undefined where nothing is known. */
export type MaybeRow = readonly [label: string, value: string | number | null | undefined]

/** A part of a record of what is known, or none where nothing of it is. */
export function recordSection(title: string, rows: readonly MaybeRow[]): RecordSection[] {
  const known = rows.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [[label, String(value)] as const],
  )
  return known.length === 0 ? [] : [{ title, rows: known }]
}

const endings: { readonly [mediaType: string]: string } = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/pdf': '.pdf',
  'audio/webm': '.webm',
  'audio/ogg': '.ogg',
  'audio/mp4': '.m4a',
  'audio/mpeg': '.mp3',
  'audio/wav': '.wav',
}

/** What a file is called that came without a name. */
export const fileNameOf = (words: string, mediaType: string): string => `${words}${endings[mediaType] ?? ''}`
