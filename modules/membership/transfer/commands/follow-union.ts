import { command } from '@gongqiao/kernel/command/command.ts'
import { leaveTrace, pickUp, putDown } from '@gongqiao/kernel/matter/carry.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { Cell, Done, done, Id } from '@gongqiao/kernel/shapes.ts'
import { findGoingOn, findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { Type } from 'typebox'
import { tellDesk } from '../../claiming/ending.ts'
import { closeIncoming, endBoth, systemMatters } from '../ending.ts'
import type { EndReason } from '../machine.ts'
import { findIncomingRow, lockPair, type Pair, type Sides, sidesOf } from '../pair.ts'
import { complete } from '../settle.ts'
import { tellMember } from '../tell-member.ts'

/**
 * Lets somebody who is on their way to a union follow what becomes of it: to the one that goes on from it, whose matter it
 * is from then on, in the state and with the clock it has. The member is told and can take it back. Where the new union's
 * employer is gone there is nothing to move to, and where the union that goes on from it is the member's own they are there:
 * then the transfer ends. Doing it twice does no harm.
 *
 * @see ORG-26, ORG-28; rulebook MEM-30, MEM-31
 */
export const followUnion = command({
  act: 'membership.follow_union',
  by: ['system'],
  input: Type.Object(
    { cell: Cell, matter: Id, into: Id, gone: Type.Boolean({ description: 'the employer is no more' }) },
    { additionalProperties: false },
  ),
  output: Done,
  cellOf: (input) => input.cell,
  beyond: { sides: 'a union closes: both sides of each transfer to it, and the member on the way' },
  async run(context) {
    const { tx, input, allow } = context
    const { cell, matter } = input
    allow({ cell, path: '' })
    const sides = sidesOf(context, 'sides')
    await sides.open(cell)
    const row = await findIncomingRow({ tx }, cell, matter)
    const into = await findGoingOn(tx, input.into)
    if (!row || !into) throw absent()
    const pair = await lockPair(sides, row.fromCell, row.transfer)
    const before = { state: pair.into.state }
    if (pair.into.endedAt !== null || pair.row.to === into.id) return { cell, subject: matter, answer: done }
    const ends: EndReason | undefined = input.gone ? 'union_gone' : pair.row.from === into.id ? 'same_union' : undefined
    if (ends !== undefined) {
      await end(sides, pair, ends)
      return { cell, subject: matter, before, after: { state: 'ended', reason: ends }, answer: done }
    }
    const after = await goOn(sides, pair, into)
    const { acceptedAt, releasedAt } = after.row
    const facts = acceptedAt && releasedAt ? (await complete(sides, after)).facts : []
    return { cell, subject: matter, before, after: { to: into.id }, facts, answer: done }
  },
})

async function end(sides: Sides, pair: Pair, reason: EndReason): Promise<void> {
  await endBoth(sides, pair, 'end', { reason })
  const kind = reason === 'union_gone' ? 'transfer_gone' : 'transfer_same'
  await tellMember(sides, pair, `membership.message.${kind}`)
  const from = await findOpenUnit(sides.tx, pair.out.hostUnit)
  if (from) await tellDesk(sides, from, 'membership.message.transfer_over', { name: pair.out.title }, '/console/desk')
}

/** The transfer is one to another union from now on; both sides read it in the history. */
async function goOn(sides: Sides, { out, into, row }: Pair, union: OpenUnit): Promise<Pair> {
  const { tx, open } = sides
  const matters = systemMatters(sides)
  const closing = await findOpenUnit(tx, row.to)
  const note = { note: `${closing?.name ?? ''} → ${union.name}` }
  const desk = union.desk_post_id ?? into.owner
  await open(into.cell)
  const arrived = { hostUnit: union.id, host: { cell: union.cell_id, path: union.path }, owner: desk }
  let there = into
  if (union.cell_id === into.cell) {
    await tx.run('select kernel.follow_matters($1, $2, $3)', [into.cell, [into.id], union.path])
    there = await matters.mark(into, 'move', { ...note, ...arrived })
    await tx.run('update membership.incoming set unit_id = $3, path = $4 where cell_id = $1 and matter_id = $2', [
      into.cell,
      into.id,
      union.id,
      union.path,
    ])
  } else {
    there = { ...(await matters.mark(into, 'move', note)), ...arrived, cell: union.cell_id }
    await carryIn(sides, { out, into: { ...there, cell: into.cell }, row }, union)
  }
  await open(row.cell)
  const here = await matters.mark(out, 'move', { ...note, ...(out.state === 'released' && { owner: desk }) })
  await tx.run('update membership.transfer set to_unit_id = $3, to_cell = $4 where cell_id = $1 and matter_id = $2', [
    row.cell,
    row.matter,
    union.id,
    union.cell_id,
  ])
  const after = { out: here, into: there, row: { ...row, to: union.id, toCell: union.cell_id } }
  await tellMember(sides, after, 'membership.message.transfer_followed')
  const words = { name: out.title, from: (await findOpenUnit(tx, row.from))?.name ?? '', to: union.name }
  await tellDesk(sides, union, 'membership.message.transfer_coming', words, '/console/desk')
  return after
}

/** Takes the new union's side to another cell, with its history; a trace of it stays. */
async function carryIn({ tx, services, now, open }: Sides, { into }: Pair, union: OpenUnit): Promise<void> {
  const owner = into.owner
  if (owner === null) throw new Error('a matter has an owner')
  const place = { cell: union.cell_id, path: union.path }
  const carried = await pickUp(tx, into)
  const { content } = await tx.one<{ content: object }>(
    'select to_jsonb(i) as content from membership.incoming i where i.cell_id = $1 and i.matter_id = $2',
    [into.cell, into.id],
  )
  await open(place.cell)
  await putDown(tx, services, into, carried, { place, unit: union.id, owner, referralDue: null })
  await tx.run(
    `insert into membership.incoming (cell_id, matter_id, path, unit_id, person_id, name, identity_mask, from_cell, transfer_id,
       from_unit_id, channel, asked_at)
     select $1, matter_id, $2, $3, person_id, name, identity_mask, from_cell, transfer_id, from_unit_id, channel, asked_at
     from jsonb_populate_record(null::membership.incoming, $4::jsonb)
     on conflict (cell_id, matter_id) do update set path = excluded.path, unit_id = excluded.unit_id,
       from_cell = excluded.from_cell, from_unit_id = excluded.from_unit_id, ended_at = null`,
    [place.cell, place.path, union.id, JSON.stringify(content)],
  )
  await open(into.cell)
  await leaveTrace(tx, into, place.cell, now)
  await closeIncoming({ tx, now }, into.cell, into.id)
}
