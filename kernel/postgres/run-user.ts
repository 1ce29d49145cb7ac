import { type RunUser, run } from './run.ts'

/**
 * The account PostgreSQL is to run under: the caller's own, unless the caller is root, which PostgreSQL refuses.
 *
 * For root it is the account `name`, created as a system account without a shell where it is missing, or `nobody` where
 * accounts cannot be created.
 *
 * @throws Error when root has neither
 */
export async function runUser(name = 'postgres', onCreate: () => void = () => undefined): Promise<RunUser> {
  if (process.getuid?.() !== 0) return undefined
  const there = await account(name)
  if (there !== undefined) return there

  onCreate()
  const created = await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name])
    .then(({ output }) => output)
    .catch(String)
  const found = (await account(name)) ?? (await account('nobody'))
  if (found === undefined) throw new Error(`PostgreSQL cannot run as root, and no other account was found: ${created}`)
  return found
}

async function account(name: string): Promise<RunUser> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined
}

/** Whether `user` can enter a folder, every folder above it included. */
export async function canEnter(folder: string, user: RunUser): Promise<boolean> {
  if (user === undefined) return true
  return (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user)).code === 0
}
