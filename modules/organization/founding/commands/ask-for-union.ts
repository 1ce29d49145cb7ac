import { checkName, maskPhone } from '@gongqiao/codes'
import type { ActorOf } from '@gongqiao/kernel/command/actor.ts'
import { type CommandContext, command } from '@gongqiao/kernel/command/command.ts'
import { absent, type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import { Id } from '@gongqiao/kernel/shapes.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { checkedPhone, takePhoneCode } from '@gongqiao/modules/people/index.ts'
import { type Static, Type } from 'typebox'
import { findOpenUnit, type OpenUnit } from '../../open-unit.ts'
import { newFollow, sealAsk } from '../asks.ts'
import { beginFounding, foundingFaults } from '../begin.ts'
import { AskMade, FoundingEmployer } from '../contract.ts'
import { holdEmployers, refuseWhereUnionIs } from '../one-union.ts'
import { findOwnAsk } from '../own-ask.ts'
import { tidyEmployer } from '../rules.ts'

const Ask = Type.Object(
  {
    /** The general union of the place. */
    upper: Id,
    askedAs: Type.Enum(['worker', 'employer']),
    employer: FoundingEmployer,
    members: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    words: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    /** Whoever is not signed in gives a name and a phone, and proves the phone. */
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    phone: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
    phoneCode: Type.Optional(Type.String({ maxLength: 12 })),
  },
  { additionalProperties: false },
)
type Ask = Static<typeof Ask>
type Context = CommandContext<Ask, 'person' | 'anyone'>

/** Levels of the unions that are asked: those of places. */
const placeLevels = ['township', 'county', 'prefecture', 'province']

/**
 * Asks for a union where one works 要求建会: a worker or somebody of the employer's asks the union of the place. Who asked is
 * sealed and seen by that union alone; whoever asks for the same employer later, here or at another place, is joined to the
 * same founding, and neither learns of the other. The employer is told nothing by us. Where it has a union, that is named.
 *
 * Refuses `kernel.absent`, `kernel.invalid_input`, `people.phone_code_wrong`, `people.phone_code_over`.
 *
 * @see MEM-03, ORG-07, ORG-20, ORG-23; design section 2.3
 */
export const askForUnion = command({
  act: 'organization.ask_for_union',
  by: ['person', 'anyone'],
  input: Ask,
  output: AskMade,
  beyond: { place: 'whoever works anywhere asks the union of the place, which alone sees who asked' },
  check: (given) => {
    const employer = asEmployer(given['employer'])
    return employer
      ? foundingFaults({ employers: [employer] }).map((fault) => ({
          ...fault,
          field: fault.field.replace('/employers/0', '/employer'),
        }))
      : []
  },
  async run(context) {
    const { tx, input, actor, now, today, allow, reach, services } = context
    allow.everybody('whoever works may ask for a union; what is written is what they said')
    const upper = await findOpenUnit(tx, input.upper)
    if (upper?.state !== 'active' || !placeLevels.includes(upper.level)) throw absent()
    const asker = await askerOf(context)
    if (asker instanceof Refusal) return { cell: upper.cell_id, refusal: asker }
    await reach('place', { cell: upper.cell_id, path: upper.path })
    const { host, ...at } = await foundingFor(context, upper)
    const id = newId(now.getTime())
    const seal = async (column: 'name_cipher' | 'phone_cipher' | 'words_cipher', plain: string | undefined) =>
      plain === undefined ? null : sealAsk(services, at.cell, id, column, plain)
    const follow = newFollow(services, at.cell)
    await tx.run(
      `insert into organization.founding_ask (cell_id, id, matter_id, path, asked_as, asked_at, digest, person_id, account_cell,
         account_id, name_cipher, phone_cipher, phone_mask, words_cipher)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        at.cell,
        id,
        at.matter,
        host.path,
        input.askedAs,
        now,
        follow.digest,
        actor.kind === 'person' ? actor.person : null,
        actor.kind === 'person' ? actor.place.cell : null,
        actor.kind === 'person' ? actor.account : null,
        await seal('name_cipher', asker.name),
        await seal('phone_cipher', asker.phone),
        asker.phone === undefined ? null : maskPhone(asker.phone),
        await seal('words_cipher', input.words),
      ],
    )
    await tx.run('update organization.founding set asks = asks + 1 where cell_id = $1 and matter_id = $2', [
      at.cell,
      at.matter,
    ])
    if (actor.kind === 'person')
      await tx.run('insert into people.person_cell (person_id, cell_id) values ($1, $2) on conflict do nothing', [
        actor.person,
        at.cell,
      ])
    const ask = await findOwnAsk(tx, services, at.cell, id, today, actor.language)
    return { cell: at.cell, subject: at.matter, after: { upper: host.id }, answer: { follow: follow.text, ask } }
  },
})

/** Safe because only the fields that the shape names are read, each after its kind was asked. */
function asEmployer(given: unknown): FoundingEmployer | undefined {
  return given !== null && typeof given === 'object' && 'name' in given && typeof given.name === 'string'
    ? (given as FoundingEmployer)
    : undefined
}

const fieldsOf = ({ employer, members = 0 }: Ask) => ({
  form: 'single' as const,
  body: 'committee' as const,
  name: /工会(?:委员会)?$/.test(employer.name.trim()) ? employer.name.trim() : `${employer.name.trim()}工会委员会`,
  membersExpected: members,
  employers: [employer],
})

type At = { readonly cell: number; readonly matter: string; readonly host: OpenUnit }

/**
 * The founding that a request belongs to: the one that is open for the employer, with whichever union has it in hand, or a
 * new one. Of two that ask at once one begins it and the other is joined to it.
 */
async function foundingFor(context: Context, upper: OpenUnit): Promise<At> {
  const { tx, input, now, reach } = context
  const { creditCode } = tidyEmployer(input.employer)
  if (creditCode !== undefined) await refuseWhereUnionIs(tx, creditCode)
  const open = await openFor(context, upper)
  if (open) return { ...open, host: upper }
  const matter = newId(now.getTime())
  const fresh = { cell: upper.cell_id, matter, host: upper.id }
  const held = creditCode === undefined ? undefined : (await holdEmployers(tx, fresh, [creditCode])).get(creditCode)
  if (!held) return { ...(await beginFounding(context, upper, fieldsOf(input), input.askedAs, matter)), host: upper }
  const host = await findOpenUnit(tx, held.host)
  if (!host) throw absent()
  await reach('place', { cell: host.cell_id, path: host.path })
  return { cell: held.cell, matter: held.matter, host }
}

/** A founding for the same employer that is open under the same union. */
async function openFor(
  { tx, input }: Context,
  upper: OpenUnit,
): Promise<{ readonly cell: number; readonly matter: string } | undefined> {
  const { creditCode, name } = input.employer
  const row = await tx.maybe<{ matter: string }>(
    `select e.matter_id as matter from organization.founding_employer e
     join organization.founding f on f.cell_id = e.cell_id and f.matter_id = e.matter_id
     join kernel.matter m on m.cell_id = e.cell_id and m.id = e.matter_id
     where e.cell_id = $1 and f.host_unit_id = $2 and m.ended_at is null
       and (e.credit_code = upper($3) or ($3::text is null and e.name = $4)) order by e.matter_id limit 1`,
    [upper.cell_id, upper.id, creditCode ?? null, name.trim()],
  )
  return row && { cell: upper.cell_id, matter: row.matter }
}

/** Who asks: the person who is signed in, or somebody with a name and a phone they prove. */
async function askerOf({
  tx,
  input,
  actor,
  now,
  services,
}: Context): Promise<{ readonly name?: string; readonly phone?: string } | Refusal> {
  if (actor.kind === 'person') return ownName(tx, actor)
  const name = checkName(input.name ?? '')
  const phone = checkedPhone(input.phone ?? '')
  const faults: Fault[] = [
    ...(name.ok ? [] : name.faults.map(({ code }) => ({ field: '/name', code: `people.name.${code}` }))),
    ...('faults' in phone ? phone.faults : []),
    ...(input.phoneCode === undefined ? [{ field: '/phoneCode', code: 'kernel.field_missing' }] : []),
  ]
  if (faults.length > 0 || !name.ok || 'faults' in phone) throw new Refusal('kernel.invalid_input', { faults })
  const wrong = await takePhoneCode(tx, services, phone.phone, input.phoneCode ?? '', now)
  return wrong ?? { name: name.value, phone: phone.phone }
}

async function ownName(tx: Context['tx'], actor: ActorOf<'person'>): Promise<{ readonly name?: string }> {
  const row = await tx.maybe<{ name: string }>('select name from people.open_person where cell_id = $1 and id = $2', [
    actor.place.cell,
    actor.person,
  ])
  return row ? { name: row.name } : {}
}
