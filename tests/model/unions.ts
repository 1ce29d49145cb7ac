import { inTransaction } from '../../kernel/database/tx.ts'
import { reactAll } from '../../kernel/facts/reaction.ts'
import { membershipReactions } from '../../modules/membership/reactions.ts'
import { pathLabel, type SeedUnit, seedUnits, unionId } from '../../modules/organization/index.ts'
import { approveChange } from '../../modules/organization/life/commands/approve-change.ts'
import { proposeChange } from '../../modules/organization/life/commands/propose-change.ts'
import type { House } from '../house.ts'
import type { units } from '../planting.ts'

/** A union of a test's own, as the planted ones are. */
export type Union = (typeof units)[keyof typeof units]

let made = 0

/** Founds a basic union below another one: of the test's own, so that it may become of it what the test wants. */
export async function foundUnion(house: House, above: Union, name: string): Promise<Union> {
  made++
  const code = `99900002${String(1000 + made)}`
  const union: SeedUnit = {
    id: unionId(code),
    name,
    shortName: name,
    level: 'grassroots',
    divisionCode: null,
    parentId: above.id,
    cell: above.cell,
    path: above.path + pathLabel(500 + made),
  }
  await inTransaction(house.services.pool, undefined, (tx) => seedUnits(tx, [union], '2026-01-01', house.now()))
  return union
}

/** The papers that any change of a union may ask for. */
export const papers = {
  reason: '两家单位已经合并',
  resolution: { on: '2026-02-20', by: '会员大会' },
  intoResolution: '2026-02-21',
  audit: { on: '2026-02-25', by: '上级工会经审办' },
  property: '经费资产并入接续的工会',
}

/** A change of a union is asked for and approved; what follows from it has not happened yet. */
export async function approveFor(house: House, unit: { id: string }, kind: string, more: object = {}): Promise<void> {
  const nation = await house.officer(house.units.nation)
  const { cell, matter } = await house.does(nation, proposeChange, { unit: unit.id, kind, ...papers, ...more })
  await house.does(nation, approveChange, { cell, matter, document: '工〔2026〕9号' })
}

/** Everything that follows from the facts so far has followed. */
export async function followed(house: House): Promise<void> {
  await house.settled()
  await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
    throw error
  })
  await house.settled()
  // What followed told facts of its own.
  await reactAll(house.jobPool, membershipReactions(house.services), (error) => {
    throw error
  })
  await house.settled()
}
