import { maskName } from '@gongqiao/codes'
import { query } from '@gongqiao/kernel/command/query.ts'
import { Nothing } from '@gongqiao/kernel/shapes.ts'
import { openUnitsById, unitNameOf, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { isTheirs, type Listed, listedRows, rostersOf } from '../claiming/rosters.ts'
import { employerKept } from '../confidential/confidence.ts'
import { ClaimList } from '../contract.ts'

/**
 * Rosters that name me and wait for my word 待认领, wherever they are: unit, since when, and masks. Only those that name my
 * number with my phone, or any that names the number I hold as a member. The roster of a union towards which I am
 * confidential has been answered by that.
 *
 * @see design section 2.3
 */
export const listMyClaims = query({
  act: 'membership.list_my_claims',
  by: ['person'],
  input: Nothing,
  output: ClaimList,
  async run({ tx, actor, allow, mine, services }) {
    if (actor.kind === 'system') throw new Error('the system stands on no roster')
    allow.self(actor.person)
    const { cell } = actor.place
    await mine(cell)
    const me = await tx.maybe<{
      person: string
      name: string
      identity_digest: Buffer
      phone_digest: Buffer | null
      status: string | null
      unit: string | null
      membership: string | null
    }>(
      `select p.id as person, m.id as membership, p.name, p.identity_digest, p.phone_digest, m.status, m.unit_id as unit
       from people.open_person p
       left join membership.membership m on m.cell_id = p.cell_id and m.person_id = p.id and m.status not in ('listed', 'ended')
       where p.cell_id = $1 and p.id = $2 and p.gone_on is null`,
      [cell, actor.person],
    )
    if (!me) return { items: [], memberOf: null, applyingTo: null, confidential: false }
    const kept = me.membership === null ? undefined : await employerKept(tx, services, cell, me.membership)
    const asks = (row: Listed) => isTheirs(row, me) && row.unit !== kept
    const rows: Listed[] = []
    for (const roster of await rostersOf(tx, me)) {
      await mine(roster.cell)
      rows.push(...(await listedRows(tx, roster.cell, [roster.membership])).filter(asks))
    }
    const units = await openUnitsById(tx, [...rows.map((row) => row.unit), ...(me.unit === null ? [] : [me.unit])])
    const own = me.unit === null ? undefined : units.get(me.unit)
    const named = own ? unitNameOf(own) : null
    return {
      items: rows.flatMap(({ cell: at, membership, unit, since, name, identityMask }) => {
        const holder = units.get(unit)
        if (!holder) return []
        const place = { cell: at, membership, unit: unitNameOf(holder), upper: upperNameOf(holder) }
        return [{ ...place, since, nameMask: maskName(name), identityMask }]
      }),
      memberOf: me.status === 'provisional' ? null : named,
      applyingTo: me.status === 'provisional' ? named : null,
      confidential: kept !== undefined,
    }
  },
})
