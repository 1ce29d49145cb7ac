import { lstat, realpath, rename, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Gives a finished database its name, with the link that leads to it, unless another one was first.
 *
 * @param path `<dataDir>/postgres`
 * @returns whether it has its name now
 */
export async function publish(draft: string, pgdata: string, path: string): Promise<boolean> {
  try {
    await rename(draft, pgdata)
    if (pgdata !== join(await realpath(dirname(path)), 'postgres')) await symlink(pgdata, path)
    return true
  } catch (error) {
    if (!(await lstat(path).catch(() => undefined))) throw error
    return false
  }
}
