import { intl } from './intl.ts'
import { sm } from './sm.ts'
import type { CryptoSuite, SuiteName } from './suite.ts'

/** Every suite there is. */
export const suites: readonly CryptoSuite[] = [sm, intl]

/** The suite an installation's setting names. */
export function suiteNamed(name: SuiteName): CryptoSuite {
  return name === 'sm' ? sm : intl
}

/** The suite whose byte stands in stored bytes, or undefined when no suite has it. */
export function suiteWithId(id: number): CryptoSuite | undefined {
  return suites.find((suite) => suite.id === id)
}
