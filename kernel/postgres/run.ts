import { spawn } from 'node:child_process'

/** The account PostgreSQL runs under; undefined is the caller's own. */
export type RunUser = { uid: number; gid: number } | undefined

/** How a program ended: its exit code (null when it was killed) and all it wrote. */
export type Ended = { code: number | null; output: string }

/** Nothing of the caller's surroundings: no secret of its settings, no locale, no `PG…` variable that changes a program. */
const CLEAN =
  process.platform === 'win32' ? {} : { cwd: '/', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } }

/** How programs are started for `user`, from a folder everybody can enter. */
export function spawnOptions(user: RunUser) {
  return { ...CLEAN, ...user, windowsHide: true }
}

/**
 * Runs a program to its end.
 *
 * @param input written to its standard input
 * @throws Error when the program cannot be started at all
 */
export function run(program: string, args: string[], user?: RunUser, input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawnOptions(user), stdio: 'pipe' })
    const written: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => written.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => written.push(chunk))
    child.stdin.on('error', () => undefined) // a program that ends without reading is judged by its exit code
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: Buffer.concat(written).toString().trim() }))
    child.stdin.end(input)
  })
}
