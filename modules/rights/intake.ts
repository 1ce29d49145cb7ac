import { checkCreditCode, maskPhone } from '@gongqiao/codes'
import type { CommandContext, Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { type AskContent, employerDigest, sealContent, sealWords } from './content.ts'
import type { NewAsk } from './contract.ts'
import { type AskClass, ask } from './machine.ts'
import { readMedia } from './media/check-media.ts'
import { keepMedia } from './media/keep-media.ts'
import { codeDigest, newQueryCode } from './query-code.ts'
import { placeOf } from './routing.ts'
import { counted } from './standing.ts'
import { tellHolder } from './tell-holder.ts'

/** What an unnamed asker is called in lists. */
export const nobodyTitle = '匿名'

type Wish = Pick<NewAsk, 'words' | 'topic' | 'urgent' | 'employer'>

/** Who asks, as far as they are known. */
export type Beginning = {
  readonly unit: OpenUnit
  readonly asker: 'member' | 'guest' | 'anonymous'
  readonly channel: 'app' | 'window' | 'phone'
  readonly person: string | null
  readonly account: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly confidential: boolean
  readonly class: AskClass
  readonly typedBy: string | null
}

/** Every fault of what is asked, whatever its shape: nothing said at all, files, the employer's code. */
export function askFaults(given: Given): Fault[] {
  const words = typeof given.words === 'string' ? given.words.trim() : ''
  const faults: Fault[] = [...readMedia(given).faults]
  if (words === '' && (given.voice === undefined || given.voice === null))
    faults.push({ field: '/words', code: 'rights.nothing_said' })
  const { employer } = given
  const code = employer !== null && typeof employer === 'object' && 'code' in employer ? employer.code : undefined
  if (typeof code === 'string' && !checkCreditCode(code).ok)
    faults.push({ field: '/employer/code', code: 'rights.credit_code_wrong' })
  return faults
}

function contentOf({ employer }: Wish, { name, phone }: Beginning): AskContent {
  const code = employer?.code === undefined ? undefined : checkCreditCode(employer.code)
  const employerName = employer?.name?.trim() ?? ''
  return {
    name,
    phone,
    employerName: employerName === '' ? null : employerName,
    employerCode: code?.ok ? code.value : null,
  }
}

type Context = Pick<
  CommandContext<Wish & Given, 'person' | 'anyone' | 'post'>,
  'tx' | 'input' | 'actor' | 'now' | 'today' | 'matters' | 'services'
>

/**
 * Begins an ask at a union whose scope is open: matter, content, first turn, files, and for somebody without an account a
 * query code, in one transaction.
 *
 * @returns ids, the code to be shown once, and the fact the figures are folded from
 */
export async function beginAsk(context: Context, beginning: Beginning) {
  const { tx, input, actor, now, today, matters, services } = context
  const { unit, asker, channel, person, phone, name } = beginning
  const { cell, path } = placeOf(unit)
  const matter = newId(now.getTime())
  const content = contentOf(input, beginning)
  const code = asker === 'member' ? null : newQueryCode()
  const clock = matters.beginning(ask, cell, beginning.class === 'urgent' ? 'RGT-URGENT' : undefined)
  const title = name ?? (phone === null ? nobodyTitle : maskPhone(phone))
  await tx.run(
    `select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'ask', $15, $16, $17, $18)`,
    [
      cell,
      matter,
      path,
      ask.name,
      unit.id,
      person ?? matter,
      title,
      clock.state,
      unit.desk_post_id,
      clock.clockRule,
      clock.clockFrom,
      clock.dueOn,
      clock.dueProvisional,
      now,
      actor.kind,
      beginning.account,
      actor.kind === 'post' ? actor.post.id : null,
      matters.byWords,
    ],
  )
  await tx.run(
    `select rights.begin_ask($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      cell,
      matter,
      path,
      unit.id,
      asker,
      channel,
      beginning.confidential,
      beginning.class,
      input.topic ?? null,
      await sealContent(services, cell, matter, content),
      employerDigest(services, content),
      code === null ? null : codeDigest(services, code),
      asker === 'guest' && channel === 'app' && phone !== null ? services.keyring.digest('phone', phone) : null,
      beginning.typedBy,
      today,
      now,
      await sealWords(services, cell, matter, 1, input.words?.trim() ?? ''),
      matters.byWords,
    ],
  )
  await keepMedia(
    tx,
    services,
    { cell, matter, path, number: 1 },
    readMedia(input).media,
    beginning.account ?? matter,
    now,
  )
  if (person !== null)
    await tx.run('insert into people.person_cell (person_id, cell_id) values ($1, $2) on conflict do nothing', [
      person,
      cell,
    ])
  // Everything else waits in the queue.
  if (beginning.class === 'urgent')
    await tellHolder(tx, unit.desk_post_id, { kind: 'rights.message.urgent', variables: { unit: unit.name } }, now)
  const begins = {
    openedOn: today,
    topic: input.topic ?? null,
    state: clock.state,
    solved: null,
    answeredOn: null,
  }
  const facts = [{ cell, name: 'rights.asked', body: { matter, unit: unit.id } }, counted(cell, unit.id, null, begins)]
  return { cell, matter, queryCode: code, facts, state: clock.state }
}
