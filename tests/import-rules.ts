import type { ImportView } from '../kernel/imports/contract.ts'
import { newId } from '../kernel/shared/ids.ts'
import { importsOf } from './import-sheets.ts'
import type { There } from './neighbours.ts'
import type { Asked, Kit, Row, Rule } from './route-rules.ts'

const header = { 'content-type': 'text/csv' }

/** A roster with one person nobody knows. */
function sheetOf({ house }: Kit): string {
  const { name, identityNumber, phone } = house.stranger()
  return `姓名,证件号码,手机\n${name},${identityNumber},${phone}\n`
}

/** An import at a place, made by an officer of it, that has come so far. */
async function importAt({ unit }: There, kit: Kit, as: 'uploaded' | 'checked' | 'done'): Promise<Asked> {
  const { upload, map, run } = importsOf(kit.house)
  // In a place that is made up no import is either.
  if (!Object.values(kit.house.units).some(({ id }) => id === unit.id))
    return { values: { cell: unit.cell, import: newId() } }
  const officer = await kit.house.officer(unit)
  let made: ImportView = await upload(officer, unit, sheetOf(kit))
  if (as !== 'uploaded') made = await map(officer, made)
  if (as === 'done') made = await run(officer, made)
  return { values: { cell: made.cell, import: made.import } }
}

const one = '/cells/{cell}/imports/{import}'

/** What the routes of imports must answer to whom. */
export function importRules(handlesMembers: Rule, byGrant: Rule): { readonly [route: string]: Row } {
  return {
    'GET /imports/kinds': { rule: byGrant },
    'GET /imports/templates/{kind}': { rule: byGrant, ask: () => ({ values: { kind: 'membership.roster' } }) },
    'POST /units/{unit}/imports/{kind}': {
      rule: handlesMembers,
      ask: ({ unit }, kit) => ({
        values: { unit: unit.id, kind: 'membership.roster' },
        query: { name: '名册.csv' },
        body: Buffer.from(sheetOf(kit)),
        headers: header,
      }),
    },
    'GET /units/{unit}/imports': { rule: handlesMembers, ask: ({ unit }) => ({ values: { unit: unit.id } }) },
    [`GET ${one}`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'uploaded') },
    [`GET ${one}/headings`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'uploaded') },
    [`POST ${one}/mapping`]: {
      rule: handlesMembers,
      ask: async (there, kit) => ({
        ...(await importAt(there, kit, 'uploaded')),
        body: {
          mapping: {
            headerRows: [1],
            columns: [
              { index: 0, key: 'name' },
              { index: 1, key: 'identityNumber' },
            ],
          },
        },
      }),
    },
    [`GET ${one}/rows`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'checked') },
    [`GET ${one}/questions`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'checked') },
    [`POST ${one}/choices`]: {
      rule: handlesMembers,
      lawfulNo: 'imports.no_such_choice',
      ask: async (there, kit) => ({
        ...(await importAt(there, kit, 'checked')),
        body: { choices: [{ question: 'unit:没有问过的', choice: 'none' }] },
      }),
    },
    [`POST ${one}/run`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'checked') },
    [`POST ${one}/cancellation`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'checked') },
    [`POST ${one}/undo`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'done') },
    [`POST ${one}/leaving`]: {
      rule: handlesMembers,
      lawfulNo: 'matter.step_not_open',
      ask: async (there, kit) => ({ ...(await importAt(there, kit, 'uploaded')), body: { numbers: [1] } }),
    },
    [`GET ${one}/error-file`]: { rule: handlesMembers, ask: (there, kit) => importAt(there, kit, 'checked') },
  }
}
