import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

/** The boundaries that come along: a sketch of public sources, replaceable by an approved base. */
export const sketchBoundaries = join(import.meta.dirname, 'boundaries', 'data')

const Words = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) })

/** What a folder of boundaries says of itself in `index.geo.json`. */
export type BoundaryIndex = Static<typeof BoundaryIndex>
const BoundaryIndex = Type.Object(
  {
    source: Words,
    /** Drawn for orientation only; the screens say so. */
    sketch: Type.Boolean(),
    /** 审图号 of an approved base. */
    approval: Type.Union([Type.String({ minLength: 1, maxLength: 60 }), Type.Null()]),
    /** Codes of the divisions that have a map of what lies below them; 100000 is the country. */
    maps: Type.Array(Type.String({ pattern: '^\\d{6}$' })),
  },
  { additionalProperties: false },
)
const checker = Compile(BoundaryIndex)

/**
 * Reads what a folder of boundaries holds.
 *
 * @throws Error in words when there is none, or when it is not of the documented form
 */
export async function readBoundaryIndex(folder: string): Promise<BoundaryIndex> {
  const file = join(folder, 'index.geo.json')
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`the folder of boundaries has no ${file}`, { cause })
  })
  const value: unknown = JSON.parse(text)
  if (!checker.Check(value)) {
    const faults = checker.Errors(value).map((error) => `${error.instancePath || '/'} ${error.message}`)
    throw new Error(`${file} is no index of boundaries: ${faults.join('; ')}`)
  }
  return value
}
