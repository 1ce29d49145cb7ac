import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

const Manifest = Type.Object({
  format: Type.Literal('gongqiao-whole/1'),
  madeAt: Type.String(),
  version: Type.String(),
  /** The crypto suite, and which master key sealed what is sealed: eight bytes in hex, which tell nothing of the key. */
  suite: Type.String(),
  keyFingerprint: Type.String(),
  migrations: Type.Array(Type.String()),
  tables: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer(), sha256: Type.String() })),
  files: Type.Integer(),
})
const checker = Compile(Manifest)

/** What a folder says of itself. */
export type Manifest = Static<typeof Manifest>

/** Where a table's lines stand in a folder. */
export const fileOf = (folder: string, table: string) => join(folder, 'data', `${table}.ndjson.gz`)

/**
 * Reads what a folder says of itself.
 *
 * @throws Error in words when it is no such folder, or one that was not finished
 */
export async function readManifest(folder: string): Promise<Manifest> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  } catch (cause) {
    throw new Error(`${folder} holds no finished export: it has no manifest.json that can be read`, { cause })
  }
  if (!checker.Check(value)) throw new Error(`${folder}/manifest.json is not of a format this version reads`)
  return value
}
