import type { ImportView } from '../kernel/imports/contract.ts'
import { newId } from '../kernel/shared/ids.ts'
import type { House } from './house.ts'
import { importsOf } from './import-sheets.ts'

type Kit = { readonly house: House }
type At = { readonly unit: { readonly id: string; readonly cell: number } }
type Named = { readonly values: { readonly cell: number; readonly importId: string } }
type As = 'uploaded' | 'checked' | 'done'

/** A roster with one person nobody knows. */
function sheetOf({ house }: Kit): string {
  const { name, identityNumber, phone } = house.stranger()
  return `姓名,证件号码,手机\n${name},${identityNumber},${phone}\n`
}

/** An import at a place, made by an officer of it, that has come so far. */
async function importAt({ unit }: At, kit: Kit, as: As): Promise<Named> {
  // In a place that is made up no import is either.
  if (!Object.values(kit.house.units).some(({ id }) => id === unit.id))
    return { values: { cell: unit.cell, importId: newId() } }
  const { upload, map, run } = importsOf(kit.house)
  const officer = await kit.house.officer(unit)
  let made: ImportView = await upload(officer, unit, sheetOf(kit))
  if (as !== 'uploaded') made = await map(officer, made)
  if (as === 'done') made = await run(officer, made)
  return { values: { cell: made.cell, importId: made.import } }
}

/** The same, once for a place: for routes that only look. */
function lookAt(as: As) {
  const known = new Map<string, Promise<Named>>()
  return (there: At, kit: Kit): Promise<Named> => {
    const made = known.get(there.unit.id) ?? importAt(there, kit, as)
    known.set(there.unit.id, made)
    return made
  }
}

const one = '/cells/{cell}/imports/{importId}'

/**
 * What the routes of imports must answer to whom.
 *
 * @param handlesMembers the rule of whoever runs a roll
 * @param byGrant the rule of what belongs to no place
 */
export function importRules<R>(handlesMembers: R, byGrant: R) {
  const look = lookAt('checked')
  const rule = handlesMembers
  const columns = ['name', 'identityNumber'].map((key, index) => ({ index, key }))
  const choices = [{ question: 'unit:没有问过的', choice: 'none' }]
  return {
    'GET /imports/kinds': { rule: byGrant },
    'GET /imports/templates/{kind}': { rule: byGrant, ask: () => ({ values: { kind: 'membership.roster' } }) },
    'POST /units/{unit}/imports/{kind}': {
      rule,
      ask: ({ unit }: At, kit: Kit) => ({
        values: { unit: unit.id, kind: 'membership.roster' },
        query: { name: '名册.csv' },
        body: Buffer.from(sheetOf(kit)),
        headers: { 'content-type': 'text/csv' },
      }),
    },
    'GET /units/{unit}/imports': { rule, ask: ({ unit }: At) => ({ values: { unit: unit.id } }) },
    [`GET ${one}`]: { rule, ask: look },
    [`GET ${one}/headings`]: { rule, ask: look },
    [`GET ${one}/rows`]: { rule, ask: look },
    [`GET ${one}/questions`]: { rule, ask: look },
    [`GET ${one}/error-file`]: { rule, ask: look },
    [`POST ${one}/choices`]: {
      rule,
      lawfulNo: 'imports.no_such_choice',
      ask: async (there: At, kit: Kit) => ({ ...(await look(there, kit)), body: { choices } }),
    },
    [`POST ${one}/mapping`]: {
      rule,
      ask: async (there: At, kit: Kit) => ({
        ...(await importAt(there, kit, 'uploaded')),
        body: { mapping: { headerRows: [1], columns } },
      }),
    },
    [`POST ${one}/run`]: { rule, ask: (there: At, kit: Kit) => importAt(there, kit, 'checked') },
    [`POST ${one}/cancellation`]: { rule, ask: (there: At, kit: Kit) => importAt(there, kit, 'checked') },
    [`POST ${one}/undo`]: { rule, ask: (there: At, kit: Kit) => importAt(there, kit, 'done') },
    [`POST ${one}/leaving`]: {
      rule,
      lawfulNo: 'matter.step_not_open',
      ask: async (there: At, kit: Kit) => ({ ...(await importAt(there, kit, 'uploaded')), body: { numbers: [1] } }),
    },
  }
}
