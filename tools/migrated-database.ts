import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate, readMigrations } from '../kernel/database/migrate.ts'
import { openThrowawayDatabase, type ThrowawayDatabase } from './throwaway-database.ts'

/** Opens a new database in the form that all migrations of a checkout leave. */
export async function openMigratedDatabase(root: string): Promise<ThrowawayDatabase> {
  const modules = (await readdir(join(root, 'modules'))).map((module) => join(root, 'modules', module, 'migrations'))
  const folders = [join(root, 'kernel/migrations'), ...modules].filter((folder) => existsSync(folder))
  const database = await openThrowawayDatabase()
  try {
    await migrate(database.url, await readMigrations(folders))
  } catch (error) {
    await database.drop()
    throw error
  }
  return database
}
