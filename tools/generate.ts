import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { matterParts } from '../apps/server/matter-parts.ts'
import type { CatalogClient } from './check-schema.ts'
import type { Fault } from './faults.ts'
import { jsonText } from './json-text.ts'
import { mattersPage } from './matters-page.ts'
import { openMigratedDatabase } from './migrated-database.ts'
import { productApi } from './product-api.ts'
import { writeSchemaSql } from './schema-sql.ts'

/** A file that is written from something else and kept in the tree to be read and compared. */
export interface Artefact {
  readonly path: string
  readonly text: string
}

/** What is written: the page of the schema from a migrated database, the open API from the routes, the matters from their kinds. */
export async function writeArtefacts(client: CatalogClient, root: string): Promise<Artefact[]> {
  return [
    { path: 'docs/schema.sql', text: await writeSchemaSql(client) },
    { path: 'docs/openapi.json', text: jsonText(productApi(root)) },
    { path: 'docs/matters.md', text: mattersPage(matterParts.kinds) },
  ]
}

/** Those artefacts that stand otherwise in the tree than they would be written today. */
export function findStale(root: string, artefacts: readonly Artefact[]): Fault[] {
  return artefacts
    .filter(({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
    .map(({ path }) => ({
      rule: 'stale',
      place: path,
      message: 'what it is written from says otherwise: npm run generate',
    }))
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const database = await openMigratedDatabase(root)
  try {
    for (const { path, text } of await writeArtefacts(database.client, root)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
      console.log(path)
    }
  } finally {
    await database.drop()
  }
}
