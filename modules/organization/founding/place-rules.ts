import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { localRules, ruled } from '../local-rules.ts'
import type { FoundingPlaceRules } from './contract.ts'
import type { FoundingForm } from './machine.ts'
import type { EmployeesCounted, FoundingPlace, TypedEmployer } from './rules.ts'

const rulesOfFounding = ['show_of_hands', 'must_establish', 'establish_within', 'womens_committee'] as const

/** What holds for foundings in a place on a day, by rows that an installation may add to. @see rulebook 9 */
export async function foundingPlace(tx: Tx, cell: number, day: string): Promise<FoundingPlace> {
  const here = await localRules(tx, rulesOfFounding, cell, day)
  return {
    showOfHands: here.show_of_hands !== undefined,
    mustEstablish: ruled(here.must_establish).value,
    womens: ruled(here.womens_committee).value,
  }
}

/** The same as officers see it: each with the text that says so. */
export async function foundingPlaceShown(
  tx: Tx,
  cell: number,
  day: string,
): Promise<{ readonly showOfHands: string | null; readonly place: FoundingPlaceRules }> {
  const here = await localRules(tx, rulesOfFounding, cell, day)
  const [established, women, within] = [ruled(here.must_establish), ruled(here.womens_committee), here.establish_within]
  return {
    showOfHands: here.show_of_hands?.article ?? null,
    place: {
      mustEstablish: { ...established.value, article: established.article },
      within: within ? { ...within.value, article: within.article } : null,
      womens: { ...women.value, article: women.article },
    },
  }
}

/**
 * How many employees count for a founding: those of its one employer, as far as they were said. A joint union's employers are
 * counted each by itself, and none of them by their sum.
 */
export function employeesCounted(form: FoundingForm, employers: readonly TypedEmployer[]): EmployeesCounted {
  const [only, ...more] = employers
  if (form !== 'single' || only === undefined || more.length > 0) return { all: null, women: null }
  return { all: only.employees ?? null, women: only.women ?? null }
}
