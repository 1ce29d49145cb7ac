import type { Actor, PostActor } from '../../kernel/command/actor.ts'
import { confirmApplication } from '../../modules/membership/commands/confirm-application.ts'
import { whoseSession } from '../../modules/people/index.ts'
import type { Applicant, House } from '../house.ts'
import { foundUnion, type Union } from './unions.ts'

/** Somebody of the model: who they are and the session they began with. */
export type Person = Pick<Applicant, 'actor' | 'cookie' | 'name'>

/** A union as an act finds it: one that is there at that moment. */
export type Standing = {
  readonly id: string
  readonly name: string
  readonly cell: number
  readonly level: string
  readonly parent: string
}

/** People and unions of one run. */
export type World = {
  readonly house: House
  /** Everybody who has come to be in it; whoever joins in the middle of it is added. */
  readonly people: Person[]
  /** Those unions of the run that are there, of several cells; a split adds some and a merge takes some away. */
  readonly unions: () => Promise<Standing[]>
  /** Codes to join by, of the unions it began with. */
  readonly codes: readonly string[]
  /** An officer who may act for all of them. */
  readonly officer: PostActor
}

let worlds = 0

/** Plants a world: unions of three cells in two provinces, and so many people who have applied at them. */
export async function openWorld(house: House, people: number): Promise<World> {
  worlds++
  const mark = `世界${worlds}`
  const { township, siblingTownship, neighbourCounty, farCounty } = house.units
  const officer = await house.officer(house.units.nation)
  const founded: Union[] = []
  for (const [n, above] of [township, township, siblingTownship, neighbourCounty, neighbourCounty, farCounty].entries())
    founded.push(await foundUnion(house, above, `${mark}厂${n}`))
  const codes = await Promise.all(founded.map((unit) => house.code(unit)))
  const applied: Person[] = []
  for (let n = 0; n < people; n++) {
    const at = (n * 2) % founded.length
    const [unit, code] = [founded[at], codes[at]]
    if (!unit || code === undefined) continue
    const who = await house.applies({ unit, code })
    applied.push(who)
    // The last one is confirmed in the middle of it all.
    const matter = who.outcome.card?.matter?.id
    if (n < people - 1 && matter)
      await house.does(officer, confirmApplication, { cell: unit.cell, matter, decidedOn: '2026-03-02' })
  }
  const unions = async () =>
    (
      await house.rows(
        `select id, name, cell_id as cell, level, parent_id as parent from organization.unit
         where starts_with(name, $1) and state = 'active' order by name`,
        [mark],
      )
    ).map(asStanding)
  return { house, people: applied, unions, codes, officer }
}

function asStanding(row: { readonly [column: string]: unknown }): Standing {
  return {
    id: String(row['id']),
    name: String(row['name']),
    cell: Number(row['cell']),
    level: String(row['level']),
    parent: String(row['parent']),
  }
}

/** Somebody as the session they began with finds them now; as they were where it has ended. */
export async function selfOf({ house }: World, person: Person): Promise<Actor> {
  const now = await whoseSession(house.services, person.cookie.split('=')[1] ?? '')
  return { ...person.actor, ...now }
}

/** Where somebody stands. */
export type Seen = {
  readonly cell: number
  readonly membership: string
  readonly unit: string
  readonly status: string
  readonly application: string | null
  readonly transfer: string | null
  readonly toCell: number | null
  readonly incoming: string | null
}

/** Where somebody stands as an act begins; what it finds out may be old when its statements are sent. */
export async function lookAt({ house }: World, person: string): Promise<Seen | undefined> {
  const [row] = await house.rows(
    `select m.cell_id as cell, m.id as membership, m.unit_id as unit, m.status, a.matter_id as application,
       t.matter_id as transfer, t.to_cell as "toCell", t.incoming_id as incoming
     from membership.membership m
     left join membership.application a on a.cell_id = m.cell_id and a.membership_id = m.id and m.status = 'provisional'
     left join membership.transfer t on t.cell_id = m.cell_id and t.membership_id = m.id and t.ended_at is null
     where m.person_id = $1 and m.status not in ('listed', 'ended')`,
    [person],
  )
  return row as Seen | undefined
}
