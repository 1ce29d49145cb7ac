import { randomInt } from 'node:crypto'
import type { Anyone } from '@gongqiao/kernel/command/actor.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** No character that looks like another, in print or by hand. */
const alphabet = '23456789ABCDEFGHJKMNPQRTUVWXY'
const length = 12

/** A new query code 查询码, drawn evenly: 29 to the power of 12, some 58 bits. */
export function newQueryCode(): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}

/** A query code as it was typed, without what people put between, or undefined when it cannot be one. */
export function plainQueryCode(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s-]/g, '')
  return plain.length === length && [...plain].every((character) => alphabet.includes(character)) ? plain : undefined
}

/** The digest a query code is kept and found by. */
export function codeDigest({ keyring }: Pick<Services, 'keyring'>, code: string): Buffer {
  return keyring.digest('code', `query ${code}`)
}

/** What one address may send in so many minutes: wrong codes, and new asks of nobody. */
export const guestLimits = { wrongCodes: 20, newAsks: 10, minutes: 10 } as const
type Counted = 'wrongCodes' | 'newAsks'

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)
const sourceOf = ({ keyring }: Pick<Services, 'keyring'>, address: string, what: Counted) =>
  keyring.digest('code', `rights ${what} ${address}`)

/** Refuses `kernel.too_many_requests` when an address has sent too many lately. */
export async function refuseTooMany(tx: Tx, services: Services, { address }: Anyone, what: Counted, now: Date) {
  const row = await tx.maybe<{ wrong: number }>(
    'select wrong from rights.code_guess where source = $1 and since > $2',
    [sourceOf(services, address, what), minutesBefore(now, guestLimits.minutes)],
  )
  if ((row?.wrong ?? 0) >= guestLimits[what])
    throw new Refusal('kernel.too_many_requests', { variables: { minutes: guestLimits.minutes } })
}

/** Counts one, and forgets who sent some an hour ago. */
export async function countOne(tx: Tx, services: Services, { address }: Anyone, what: Counted, now: Date) {
  await tx.run('delete from rights.code_guess where since <= $1', [minutesBefore(now, 60)])
  await tx.run(
    `insert into rights.code_guess (source, since, wrong) values ($1, $2, 1)
     on conflict (source) do update set
       wrong = case when code_guess.since <= $3 then 1 else code_guess.wrong + 1 end,
       since = case when code_guess.since <= $3 then excluded.since else code_guess.since end`,
    [sourceOf(services, address, what), now, minutesBefore(now, guestLimits.minutes)],
  )
}

/** Where the ask of a query code stands, by the code's digest, or undefined when no ask has it. */
export async function findByQueryCode(tx: Tx, digest: Buffer): Promise<{ cell: number; matter: string } | undefined> {
  return tx.maybe('select cell_id as cell, matter_id as matter from rights.query_code where digest = $1', [digest])
}
