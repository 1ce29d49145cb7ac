import { inTransaction } from '../kernel/database/tx.ts'
import { newId } from '../kernel/shared/ids.ts'
import { cellsBetween } from '../kernel/shared/place.ts'
import { callToMove } from '../modules/membership/transfer/calls.ts'
import { askTransfer } from '../modules/membership/transfer/commands/ask-transfer.ts'
import { objectToTransfer } from '../modules/membership/transfer/commands/object-to-transfer.ts'
import { memberOf } from './members.ts'
import type { There } from './neighbours.ts'
import { units } from './planting.ts'
import type { Asked, Kit, Row, Rule } from './route-row.ts'

const note = '请听取双方和本人的意见后再办'
const twoUnions = 'a transfer is between two unions: each side of it names the other'
const freshMember = (there: There, { neighbours }: Kit) => neighbours.withAlert(there)
const freshNewcomer = async (there: There, kit: Kit) => freshMember(await kit.neighbours.withNewcomer(there), kit)

/** A union to move to that is not the one they are in. */
const elsewhere = ({ unit }: There) => (unit.id === units.cousinShop.id ? units.farShop : units.cousinShop)
/** Whether the place is one of the planted ones, and not made up. */
const isPlanted = ({ unit }: There) => Object.values(units).some(({ id }) => id === unit.id)

type Key = { readonly cell: number; readonly matter: string }
const none = ({ unit }: There): Key => ({ cell: unit.cell, matter: newId() })

/** The transfer of the member of a place, begun once. */
async function outOf(there: There, { house }: Kit): Promise<Key> {
  const { member } = there
  const [open] = await house.rows(
    'select matter_id from membership.transfer where membership_id = $1 and ended_at is null',
    [member.membership],
  )
  if (open) return { cell: member.cell, matter: String(open['matter_id']) }
  const known = await house.rows(`select from membership.membership where id = $1 and status = 'active'`, [
    member.membership,
  ])
  if (known.length === 0) return none(there)
  const { cell, matter } = await house.does(member.who.actor, askTransfer, { unit: elsewhere(there).id })
  return { cell, matter }
}
async function objected(there: There, kit: Kit): Promise<Key> {
  const key = await outOf(there, kit)
  const [row] = await kit.house.rows('select state from kernel.matter where id = $1', [key.matter])
  const reason = 'identity_disputed'
  if (row?.['state'] === 'asked') await kit.house.does(there.officer, objectToTransfer, { ...key, reason, note })
  return key
}
/** Somebody from far away who asks to come to a place. */
async function intoPlace(there: There, { house }: Kit): Promise<Key> {
  if (!isPlanted(there)) return none(there)
  const [waiting] = await house.rows(
    `select i.cell_id, i.matter_id from membership.incoming i join kernel.matter m on m.cell_id = i.cell_id and m.id = i.matter_id
     where i.unit_id = $1 and m.state = 'asked'`,
    [there.unit.id],
  )
  if (waiting) return { cell: Number(waiting['cell_id']), matter: String(waiting['matter_id']) }
  const member = await memberOf(house, there.unit.id === units.siblingShop.id ? units.farShop : units.siblingShop)
  const asked = await house.does(member.actor, askTransfer, { unit: there.unit.id })
  const [row] = await house.rows('select to_cell, incoming_id from membership.transfer where matter_id = $1', [
    asked.matter,
  ])
  return { cell: Number(row?.['to_cell']), matter: String(row?.['incoming_id']) }
}
async function calling({ member }: There, { house }: Kit): Promise<Asked> {
  const { cell, membership } = member
  await inTransaction(house.services.pool, cellsBetween(cell, cell), (tx) =>
    callToMove(tx, cell, membership, units.cousinShop.id, 'scan', house.now()),
  )
  const [row] = await house.rows(
    'select id from membership.transfer_call where membership_id = $1 and answered_at is null',
    [membership],
  )
  return { values: { cell, call: String(row?.['id'] ?? newId()) } }
}

/** The routes of transfers, with their rules. */
export function transferRules(handlesMembers: Rule, themselves: Rule): { readonly [route: string]: Row } {
  const mine: Rule = { ...themselves, member: 'allowed' }
  const about =
    (find: (there: There, kit: Kit) => Promise<Key>, body?: object) =>
    async (there: There, kit: Kit): Promise<Asked> => ({ values: await find(there, kit), ...(body && { body }) })
  const out = (find: typeof outOf, body?: object, lawfulNo?: string): Row => ({
    rule: handlesMembers,
    namesUnits: twoUnions,
    fresh: freshNewcomer,
    ask: about(find, body),
    ...(lawfulNo !== undefined && { lawfulNo }),
  })
  const into = (body?: object): Row => ({ rule: handlesMembers, namesUnits: twoUnions, ask: about(intoPlace, body) })
  return {
    'GET /me/transfer-calls': { rule: mine },
    'POST /me/transfer-calls/{cell}/{call}/refusal': { rule: themselves, fresh: freshMember, ask: calling },
    'GET /me/unions': {
      rule: mine,
      namesUnits: 'unions are public: a member looks for the one they want to move to',
      ask: ({ name }) => ({ values: { text: name.slice(0, 4) } }),
    },
    'POST /me/transfer-terms': {
      rule: mine,
      namesUnits: 'the member named the union they want to move to',
      lawfulNo: 'membership.not_a_member',
      ask: (there) => ({ body: { unit: elsewhere(there).id } }),
    },
    'POST /me/transfers': {
      rule: mine,
      namesUnits: 'the member named the union they want to move to',
      lawfulNo: 'membership.not_a_member',
      ask: (there) => ({ body: { unit: elsewhere(there).id } }),
    },
    'GET /me/transfers/{cell}/{matter}': {
      rule: themselves,
      namesUnits: twoUnions,
      fresh: freshMember,
      ask: about(outOf),
    },
    'POST /me/transfers/{cell}/{matter}/withdrawal': {
      rule: themselves,
      namesUnits: twoUnions,
      fresh: freshMember,
      ask: about(outOf),
    },
    'GET /units/{unit}/transfers': {
      rule: handlesMembers,
      namesUnits: twoUnions,
      ask: ({ unit }) => ({ values: { unit: unit.id } }),
    },
    'GET /units/{unit}/transfer-invitations': {
      rule: handlesMembers,
      ask: ({ unit }) => ({ values: { unit: unit.id } }),
    },
    'GET /cells/{cell}/transfers/{matter}': out(outOf),
    'POST /cells/{cell}/transfers/{matter}/release': out(outOf),
    'POST /cells/{cell}/transfers/{matter}/objection': out(outOf, { reason: 'identity_disputed', note }),
    'POST /cells/{cell}/transfers/{matter}/objection/withdrawal': out(objected),
    'POST /cells/{cell}/transfers/{matter}/decision': out(
      objected,
      { decision: 'overrule', note },
      'membership.decided_from_above',
    ),
    'GET /cells/{cell}/incoming/{matter}': into(),
    'POST /cells/{cell}/incoming/{matter}/acceptance': into(),
    'POST /cells/{cell}/incoming/{matter}/refusal': into({ reason: 'not_working_here' }),
    'POST /window/transfers': {
      rule: handlesMembers,
      lawfulNo: 'membership.transfer_not_proved',
      async ask({ unit }, { house }) {
        const { name, identityNumber, phone } = house.stranger()
        const phoneCode = await house.phoneCode(phone)
        return { body: { unit: unit.id, name, identityKind: 'resident_card', identityNumber, phone, phoneCode } }
      },
    },
    'POST /transfer-invitations': {
      rule: handlesMembers,
      ask: ({ unit }, { house }) => {
        const { name, identityNumber } = house.stranger()
        return { body: { unit: unit.id, name, identityKind: 'resident_card', identityNumber } }
      },
    },
  }
}
