import { randomInt } from 'node:crypto'
import { isIP } from 'node:net'
import { makeShortCode, shortCodeAlphabet, shortCodeLength } from '@gongqiao/codes'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** A joining code that wants a short one. */
export type ToName = { readonly id: string; readonly cell_id: number; readonly expires_at: Date }

/** How long a short code stands for a joining code that has ended: posters hang longer than they should. */
const restMs = 365 * 86_400_000
/** With one code in seven taken, as in a full network, ten draws miss once in three hundred million. */
const draws = 10

function drawn(): string {
  return makeShortCode(Array.from({ length: shortCodeLength - 1 }, () => randomInt(shortCodeAlphabet.length)))
}

/**
 * Draws a short code for each of these joining codes, at random and never one that stands for another: one statement for
 * all of them, and one more for those whose draw was taken.
 *
 * @param draw gives a code at random; a test gives its own
 * @returns short codes by the ids of their joining codes
 */
export async function drawShortCodes(
  tx: Tx,
  codes: readonly ToName[],
  now: Date,
  draw: () => string = drawn,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let round = 0; round < draws && found.size < codes.length; round++) {
    const wanting = new Map<string, ToName>()
    for (const code of codes) if (!found.has(code.id)) wanting.set(draw(), code)
    const rows = await tx.many<{ code: string; id: string }>(
      `insert into membership.short_code (code, cell_id, code_id, free_from)
       select * from unnest($1::text[], $2::integer[], $3::uuid[], $4::timestamptz[])
       on conflict (code) do update set cell_id = excluded.cell_id, code_id = excluded.code_id, free_from = excluded.free_from
       where short_code.free_from <= $5
       returning code, code_id as id`,
      [
        [...wanting.keys()],
        [...wanting.values()].map(({ cell_id }) => cell_id),
        [...wanting.values()].map(({ id }) => id),
        [...wanting.values()].map(({ expires_at }) => new Date(expires_at.getTime() + restMs)),
        now,
      ],
    )
    for (const { code, id } of rows) found.set(id, code)
  }
  if (found.size < codes.length) throw new Error('no short code is free')
  return found
}

/** The joining code that a short code stands for, or undefined: the directory first, then its cell. */
export async function findByShortCode(tx: Tx, shortCode: string): Promise<{ token: string } | undefined> {
  const row = await tx.maybe<{ cell: number; id: string }>(
    'select cell_id as cell, code_id as id from membership.short_code where code = $1',
    [shortCode],
  )
  if (!row) return undefined
  return tx.maybe<{ token: string }>('select token from membership.joining_code where cell_id = $1 and id = $2', [
    row.cell,
    row.id,
  ])
}

/** Wrong short codes one source may send in so many minutes; a family behind one address types some of them. */
export const guessLimit = { most: 20, minutes: 10 } as const

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000)

/** The source of a request by its digest: an address, or the network of an IPv6 one, since a phone has many of those. */
export function sourceOf({ keyring }: Pick<Services, 'keyring'>, address: string): Buffer {
  const network = isIP(address) === 6 ? wholeGroups(address).slice(0, 4).join(':') : address
  return keyring.digest('code', `address ${network}`)
}

function wholeGroups(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const before = groups(head)
  const after = groups(tail ?? '')
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
}

/** Whether a source has sent too many wrong codes in the last minutes. */
export async function guessesTooMuch(tx: Tx, source: Buffer, now: Date): Promise<boolean> {
  const row = await tx.maybe<{ wrong: number }>(
    'select wrong from membership.short_code_guess where source = $1 and since > $2',
    [source, minutesBefore(now, guessLimit.minutes)],
  )
  return (row?.wrong ?? 0) >= guessLimit.most
}

/** Counts a wrong code, and forgets who sent some an hour ago. */
export async function countGuess(tx: Tx, source: Buffer, now: Date): Promise<void> {
  await tx.run('delete from membership.short_code_guess where since <= $1', [minutesBefore(now, 60)])
  await tx.run(
    `insert into membership.short_code_guess (source, since, wrong) values ($1, $2, 1)
     on conflict (source) do update set
       wrong = case when short_code_guess.since <= $3 then 1 else short_code_guess.wrong + 1 end,
       since = case when short_code_guess.since <= $3 then excluded.since else short_code_guess.since end`,
    [source, now, minutesBefore(now, guessLimit.minutes)],
  )
}
