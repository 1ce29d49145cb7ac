import { openField, sealField } from '@gongqiao/kernel/crypto/field.ts'
import { randomToken } from '@gongqiao/kernel/crypto/random.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { leaveMessages } from '@gongqiao/kernel/messages/inbox.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import type { FoundingAsk } from './contract.ts'

/** The text by which somebody follows their request: it says in which cell it is looked for, and nothing else. */
export function newFollow(services: Services, cell: number): { readonly text: string; readonly digest: Buffer } {
  const text = `${cell.toString(36)}-${randomToken(24)}`
  return { text, digest: digestOf(services, text) }
}

/** Reads such a text; undefined for what was never one of ours. */
export function readFollow(
  services: Services,
  text: string,
): { readonly cell: number; readonly digest: Buffer } | undefined {
  const found = /^([0-9a-z]{1,4})-[\w-]{32}$/.exec(text)
  const cell = Number.parseInt(found?.[1] ?? '', 36)
  return found && cell <= 999_999 ? { cell, digest: digestOf(services, text) } : undefined
}

function digestOf(services: Services, text: string): Buffer {
  return services.keyring.digest('code', `union ask ${text}`)
}

type Column = 'name_cipher' | 'phone_cipher' | 'words_cipher'
const placeOf = (cell: number, column: Column, id: string) => ({
  cell,
  table: 'organization.founding_ask',
  column,
  id,
})

/** Seals what an asker says for the one row it stands in. */
export async function sealAsk(services: Services, cell: number, id: string, column: Column, plain: string) {
  const key = services.keyring.cached(cell) ?? (await services.keyring.dataKey(cell))
  return sealField(key, placeOf(cell, column, id), plain)
}

type AskRow = {
  readonly id: string
  readonly askedAs: 'worker' | 'employer'
  readonly askedAt: Date
  readonly person: string | null
  readonly name_cipher: Buffer | null
  readonly phone_mask: string | null
  readonly phone_cipher: Buffer | null
  readonly words_cipher: Buffer | null
  readonly withdrawn_at: Date | null
  readonly account_cell: number | null
  readonly account: string | null
}

async function askRows(tx: Tx, cell: number, matter: string): Promise<AskRow[]> {
  return tx.many<AskRow>(
    `select id, asked_as as "askedAs", asked_at as "askedAt", person_id as person, name_cipher, phone_mask, phone_cipher,
       words_cipher, withdrawn_at, account_cell, account_id as account
     from organization.founding_ask where cell_id = $1 and matter_id = $2 order by id limit 200`,
    [cell, matter],
  )
}

/** Who asked, for the union of the place; the open scope shows it. */
export async function asksOf(tx: Tx, services: Services, cell: number, matter: string): Promise<FoundingAsk[]> {
  const rows = await askRows(tx, cell, matter)
  if (rows.length > 0) await services.keyring.dataKey(cell)
  const open = (row: AskRow, column: Column, bytes: Buffer | null) =>
    bytes === null ? null : openField((c, id) => services.keyring.resolve(c, id), placeOf(cell, column, row.id), bytes)
  return rows.map((row) => ({
    id: row.id,
    askedAs: row.askedAs,
    askedAt: row.askedAt.toISOString(),
    name: open(row, 'name_cipher', row.name_cipher),
    phone: open(row, 'phone_cipher', row.phone_cipher),
    words: open(row, 'words_cipher', row.words_cipher),
    withdrawn: row.withdrawn_at !== null,
    person: row.person,
  }))
}

/** What askers are told: replied to, declined, founded. */
export type AskNews = 'replied' | 'declined' | 'joined' | 'approved' | 'stopped'

/**
 * Tells everybody who asked how it goes on, each by themselves: members in their inbox, others by a text that names no
 * employer, since a phone may lie open at work. The scope of the union of the place is open.
 */
export async function tellAskers(
  tx: Tx,
  services: Services,
  at: { readonly cell: number; readonly matter: string },
  news: AskNews,
  variables: { readonly unit: string; readonly upper: string },
  now: Date,
): Promise<void> {
  const rows = (await askRows(tx, at.cell, at.matter)).filter((row) => row.withdrawn_at === null)
  if (rows.length > 0) await services.keyring.dataKey(at.cell)
  for (const row of rows) {
    if (row.account !== null && row.account_cell !== null) {
      const message = { account: row.account, kind: `organization.message.ask_${news}`, variables, link: '/union-asks' }
      await leaveMessages(tx, row.account_cell, [message], now)
    } else if (row.phone_cipher !== null) {
      const resolve = (cell: number, id: number) => services.keyring.resolve(cell, id)
      const phone = openField(resolve, placeOf(at.cell, 'phone_cipher', row.id), row.phone_cipher)
      const words = services.say('zh', 'organization.founding.sms', { brand: services.brand, upper: variables.upper })
      await sendText(tx, services, phone, words, now)
    }
  }
}
