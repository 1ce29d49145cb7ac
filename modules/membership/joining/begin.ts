import { maskIdentityNumber, maskPhone, nameBigrams } from '@gongqiao/codes'
import type { Actor, ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import { sealField } from '@gongqiao/kernel/crypto/field.ts'
import { hot } from '@gongqiao/kernel/database/tx.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { openSteps } from '@gongqiao/kernel/shared/matter.ts'
import { deskOf, type OpenUnit, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { type CheckedPerson, newSession } from '@gongqiao/modules/people/index.ts'
import type { Card, MyMatter } from '../contract.ts'
import { application } from '../machine.ts'
import { newCardNumber } from '../rules.ts'
import { noticeVersion } from '../texts/notice.ts'
import { cardOf, dueOf } from '../views.ts'
import type { Digests } from './look.ts'

/** How an application came: by the person themselves, or typed at a window and confirmed by code or on paper. */
export type Channel = 'self' | 'window_code' | 'window_paper'

/** What begins with an application. */
export type Beginning = {
  readonly unit: OpenUnit
  readonly person: CheckedPerson
  readonly digests: Pick<Digests, 'identity'> & { readonly phone: Buffer | null }
  readonly phone: string | null
  /** The phone becomes an account to sign in with: proven by its code, and nobody else's. */
  readonly bindsPhone: boolean
  readonly channel: Channel
  readonly code: string | null
  readonly typedBy: string | null
  readonly paper: string | null
}

/** What has begun: the ids, the card, and the matter. */
export type Begun = {
  readonly person: string
  readonly membership: string
  readonly matter: MyMatter
  readonly card: Card
  readonly facts: Fact[]
}

const enterAndBegin = hot(
  'membership.enter_and_begin',
  `select people.enter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21),
     kernel.begin_matter($1, $22, $3, $23, $24, $2, $5, $25, $26, $27, $28, $29, $30, $21, 'submit', $31, $32, $33, $34),
     membership.begin_provisional($1, $3, $35, $2, $24, $5, $36, $6, $7, $11, $37, $22, $38, $19, $39, $40, $21)`,
)

/**
 * Enters a person who is new to the network and begins their provisional membership with its application: person, account,
 * session, consents, roll row, card, matter and first event in one statement. The scope of the unit is open already.
 */
export async function enterNewPerson<I, K extends ActorKind>(context: CommandContext<I, K>, beginning: Beginning) {
  const { tx, now, matters, services } = context
  const actor: Actor = context.actor
  const { unit, person, digests, phone, channel } = beginning
  const cell = unit.cell_id
  const key = services.keyring.cached(cell) ?? (await services.keyring.dataKey(cell))
  const ms = now.getTime()
  const [personId, membership, matter] = [newId(ms), newId(ms), newId(ms)]
  const account = beginning.bindsPhone ? newId(ms) : null
  const session = account !== null && channel === 'self' ? newSession(services, cell, now) : undefined
  const sealed = (column: string, plain: string) =>
    sealField(key, { cell, table: 'people.person', column, id: personId }, plain)
  const clock = matters.beginning(application, cell)
  const card = newCardNumber()
  const mask = maskIdentityNumber(person.identityNumber)
  const verified = await services.verifyIdentity(person.identityKind, person.identityNumber, person.name)
  tx.runWithNext(enterAndBegin, [
    cell,
    personId,
    unit.path,
    account,
    person.name,
    person.sex,
    person.birthDate,
    person.identityKind,
    sealed('identity_cipher', person.identityNumber),
    digests.identity,
    mask,
    phone === null ? null : sealed('phone_cipher', phone),
    digests.phone,
    phone === null ? null : maskPhone(phone),
    verified,
    session?.digest ?? null,
    session?.expiresAt ?? null,
    noticeVersion,
    channel,
    [newId(ms), newId(ms)],
    now,
    matter,
    application.name,
    unit.id,
    clock.state,
    unit.desk_post_id,
    clock.clockRule,
    clock.clockFrom,
    clock.dueOn,
    clock.dueProvisional,
    actor.kind,
    'account' in actor ? actor.account : account,
    actor.kind === 'post' ? actor.post.id : null,
    matters.byWords,
    membership,
    nameBigrams(person.name),
    card,
    beginning.code,
    beginning.typedBy,
    beginning.paper,
  ])
  return { ...begunOf(context, beginning, { person: personId, membership, matter, card, clock }), session }
}

type Ids = {
  readonly person: string
  readonly membership: string
  readonly matter: string
  readonly card: string
  readonly clock: ReturnType<CommandContext<unknown, ActorKind>['matters']['beginning']>
}

/** The answer about what has just begun, made of what was written: nothing is read back. */
export function begunOf<I, K extends ActorKind>(context: CommandContext<I, K>, beginning: Beginning, ids: Ids): Begun {
  const { services, now, today, actor, matters } = context
  const { unit, person } = beginning
  const view: MyMatter = {
    cell: unit.cell_id,
    id: ids.matter,
    kind: application.name,
    state: ids.clock.state,
    unit: unitNameOf(unit),
    owner: deskOf(unit),
    openedAt: now.toISOString(),
    due: dueOf(services, { ...ids.clock, cell: unit.cell_id }, today, actor.language),
    waits: false,
    steps: openSteps(application, ids.clock.state, 'person'),
    history: [
      {
        at: now.toISOString(),
        step: 'submit',
        from: null,
        to: ids.clock.state,
        by: actor.kind === 'post' ? matters.byWords : 'person',
        reason: null,
        note: null,
      },
    ],
  }
  return {
    person: ids.person,
    membership: ids.membership,
    matter: view,
    card: cardOf(services, { number: ids.card, name: person.name, status: 'provisional', since: null }, unit, view),
    facts: [
      statusChanged(unit.cell_id, ids.membership, unit.id, null, 'provisional'),
      {
        cell: unit.cell_id,
        name: 'membership.applied',
        body: { matter: ids.matter, person: ids.person, unit: unit.id },
      },
    ],
  }
}

/** The fact that figures are folded from: somebody's status at a unit changed, today or from the day `on` on. */
export function statusChanged(
  cell: number,
  membership: string,
  unit: string,
  from: string | null,
  to: string | null,
  on?: string,
): Fact {
  return {
    cell,
    name: 'membership.status_changed',
    body: { membership, unit, from, to, ...(on !== undefined && { on }) },
  }
}
