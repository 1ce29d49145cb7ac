import type { Actor, ActorKind } from '@gongqiao/kernel/command/actor.ts'
import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Matter, StepNote } from '@gongqiao/kernel/matter/matters.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { absent, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MatterDefinition, StepTaker } from '@gongqiao/kernel/shared/matter.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { findOpenUnit, type OpenUnit, upperNameOf } from '@gongqiao/modules/organization/index.ts'
import { findMatter, matterView } from '../views.ts'
import { type Changing, lockMembership } from './change.ts'
import { openContent, sealContent } from './content.ts'
import type { LifeContent, LifeMatter } from './contract.ts'
import { lifeMatters } from './machine.ts'

type Context = CommandContext<unknown, ActorKind>
const kinds = lifeMatters.map(({ name }) => name)

/** A matter of a membership's life, locked, with what it is about. */
export type OpenLife = {
  readonly matter: Matter
  readonly content: LifeContent
  readonly member: Changing
  readonly unit: OpenUnit
}

/** The union of a membership. Throws where there is none: a membership is held by a unit that exists. */
export async function unitOf(tx: Tx, id: string): Promise<OpenUnit> {
  const unit = await findOpenUnit(tx, id)
  if (!unit) throw new Error('a membership is held by a unit that exists')
  return unit
}

/**
 * Begins a matter of a membership's life at the member's union, with its owner and its clock. The cell's scope is open.
 *
 * Refuses `membership.life_open` while another one of its kind is.
 */
export async function beginLife(
  context: Context,
  definition: MatterDefinition,
  member: Changing,
  content: LifeContent,
): Promise<string> {
  const { tx, services, now, matters } = context
  const actor: Actor = context.actor
  const { cell, membership, person, path, name } = member
  const open = await tx.run(
    `select from membership.life_matter l join kernel.matter m on m.cell_id = l.cell_id and m.id = l.matter_id
     where l.cell_id = $1 and l.membership_id = $2 and m.kind = $3 and m.ended_at is null limit 1`,
    [cell, membership, definition.name],
  )
  if (open > 0) throw new Refusal('membership.life_open')
  const unit = await unitOf(tx, member.unit)
  const matter = newId(now.getTime())
  const clock = matters.beginning(definition, cell)
  await tx.run(
    `with begun as (
       select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'open', $15, $16, $17, $18)
     )
     insert into membership.life_matter (cell_id, matter_id, path, membership_id, person_id, unit_id, content)
     select $1, $2, $3, $19, $6, $5, $20 from begun`,
    [
      cell,
      matter,
      path,
      definition.name,
      unit.id,
      person,
      name,
      clock.state,
      unit.desk_post_id,
      clock.clockRule,
      clock.clockFrom,
      clock.dueOn,
      clock.dueProvisional,
      now,
      actor.kind,
      'account' in actor ? actor.account : null,
      actor.kind === 'post' ? actor.post.id : null,
      matters.byWords,
      membership,
      await sealContent(services, cell, matter, content),
    ],
  )
  return matter
}

/** Locks a matter of a membership's life with its membership in the open scope. Refuses `kernel.absent`. */
export async function openLife(
  context: Context,
  definition: MatterDefinition,
  cell: number,
  id: string,
): Promise<OpenLife> {
  const { tx, services, matters } = context
  const matter = await matters.open(definition, cell, id)
  const row = await tx.maybe<{ membership: string; content: Buffer }>(
    'select membership_id as membership, content from membership.life_matter where cell_id = $1 and matter_id = $2',
    [cell, id],
  )
  const member = row && (await lockMembership(context, cell, row.membership))
  if (!row || !member) throw absent()
  return {
    matter,
    member,
    content: await openContent(services, cell, id, row.content),
    unit: await unitOf(tx, matter.hostUnit),
  }
}

/** Takes a step, with what it adds to the content. */
export async function stepLife(
  context: Context,
  definition: MatterDefinition,
  { matter, content }: OpenLife,
  step: string,
  more: LifeContent,
  note: StepNote = {},
): Promise<Matter> {
  const { tx, services, matters } = context
  const after = await matters.take(definition, matter, step, note)
  await tx.run('update membership.life_matter set content = $3 where cell_id = $1 and matter_id = $2', [
    matter.cell,
    matter.id,
    await sealContent(services, matter.cell, matter.id, { ...content, ...more }),
  ])
  return after
}

/** Leaves a message with a member; none where they have no account. */
export async function tellMember(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  member: Changing,
  kind: string,
  variables: { readonly [name: string]: string | number },
  link: string,
): Promise<void> {
  const { cell, account } = member
  await leaveMessages(tx, cell, account === null ? [] : [{ account, kind, variables, link }], now)
}

/** Where a member reads about one of these matters. */
export const lifeLink = (cell: number, matter: string) => `/matters/${cell}/${matter}`

/** A matter of a membership's life as its person or an officer sees it, with its place. Refuses `kernel.absent`. */
export async function lifeView(
  tx: Tx,
  services: Services,
  cell: number,
  id: string,
  who: StepTaker,
  today: string,
  language: Language,
): Promise<{ view: LifeMatter; path: string }> {
  const matter = await findMatter(tx, cell, id)
  const row =
    matter &&
    kinds.some((kind) => kind === matter.kind) &&
    (await tx.maybe<{ membership: string; content: Buffer; held: boolean }>(
      `select l.membership_id as membership, l.content, m.unit_id = $3 and m.status in ('active', 'retained') as held
       from membership.life_matter l join membership.membership m on m.cell_id = l.cell_id and m.id = l.membership_id
       where l.cell_id = $1 and l.matter_id = $2`,
      [cell, id, matter.hostUnit],
    ))
  if (!matter || !row) throw absent()
  const unit = await unitOf(tx, matter.hostUnit)
  const { id: _id, ...seen } = await matterView(tx, services, matter, unit, who, today, language)
  return {
    path: matter.host.path,
    view: {
      ...seen,
      // Closing is for what has become of no use.
      steps: seen.steps.filter((step) => step !== 'close' || !row.held),
      matter: id,
      person: matter.subject,
      membership: row.membership,
      name: matter.title,
      upper: upperNameOf(unit),
      said: await openContent(services, cell, id, row.content),
    },
  }
}
