import { spawnSync } from 'node:child_process'

/** Runs a program and tells whether it ended well. */
export type Run = (program: string, ...args: string[]) => boolean

/**
 * Sees to the `openssl` that judges our SM2 signatures in tests: where it is missing or knows no SM2, and this is root on
 * a machine with apt-get, it is installed.
 *
 * @returns undefined when it is there, else what is missing, in one sentence
 */
export function seeToJudge(isRoot: boolean, run: Run): string | undefined {
  const judges = () => run('openssl', 'genpkey', '-algorithm', 'SM2')
  if (judges()) return undefined
  if (isRoot && run('apt-get', '--version')) {
    console.log('— openssl with SM2 is missing: apt-get installs it')
    const install = () => run('apt-get', 'install', '--yes', '--quiet', '--no-install-recommends', 'openssl')
    // A bare machine has no package lists yet.
    if (install() || (run('apt-get', 'update', '--quiet') && install())) if (judges()) return undefined
  }
  return 'The tests of kernel/crypto will fail: they need an `openssl` 3 program that knows SM2 on the path, and it is missing.'
}

/** Runs a program in silence; a program that is not there has not ended well. */
export const runSilently: Run = (program, ...args) =>
  spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
