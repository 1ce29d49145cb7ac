import { type Static, Type } from 'typebox'
import { query } from '../command/query.ts'
import type { Tx } from '../database/tx.ts'
import { absent } from '../refusal.ts'
import { Cell, Id } from '../shapes.ts'
import { Log, Receipt } from './contract.ts'
import { makeReceipt, type ReceiptRow } from './make-receipt.ts'
import { leafBytes, type RowTexts, textsOf } from './rows.ts'

type Asked = Static<typeof Asked>
const Asked = Type.Object({ cell: Cell, log: Log, row: Id }, { additionalProperties: false })

const findRow = {
  audit: `select ${textsOf('audit', 'r')} from kernel.audit r where r.cell_id = $1 and r.id = $2`,
  access: `select ${textsOf('access', 'r')} from kernel.access r where r.cell_id = $1 and r.id = $2`,
} as const

async function rowOf(tx: Tx, { cell, log, row }: Asked): Promise<RowTexts> {
  const texts = await tx.maybe<RowTexts>(findRow[log], [cell, row])
  if (!texts) throw absent()
  return texts
}

/** A row as its receipt says it; all of it is told to whoever wrote it by acting, and to nobody else. */
function asAsked({ cell, log, row: id }: Asked, texts: RowTexts, isTheirAct: boolean): ReceiptRow {
  const by = log === 'access' ? `${texts['unit_name'] ?? ''} ${texts['post_title'] ?? ''}` : null
  const bytes = isTheirAct ? leafBytes(log, texts) : null
  return { cell, log, id, at: texts['at'] ?? '', act: texts['act'] ?? '', by, bytes }
}

/**
 * The receipt 回执 of what a person did, or of a look at their record by somebody else. Of a look it proves the hash alone:
 * the row names others too. Refuses `kernel.absent` and `seal.not_yet`.
 */
export const findMyReceipt = query({
  act: 'kernel.find_my_receipt',
  by: ['person'],
  input: Asked,
  output: Receipt,
  async run({ tx, input, actor, allow, services }) {
    if (actor.kind === 'system') throw new Error('the system needs no receipt')
    allow.self(actor.person)
    const texts = await rowOf(tx, input)
    const isTheirAct = input.log === 'audit' && texts['account_id'] === actor.account
    const isAboutThem = input.log === 'access' && texts['subjects']?.slice(1, -1).split(',').includes(actor.person)
    if (!isTheirAct && !isAboutThem) throw absent()
    return makeReceipt(tx, services.sealKeys, asAsked(input, texts, isTheirAct))
  },
})

/** The receipt of what an officer did, or of a look of theirs, in whichever post. Refuses `kernel.absent` and `seal.not_yet`. */
export const findReceipt = query({
  act: 'kernel.find_receipt',
  by: ['post'],
  input: Asked,
  output: Receipt,
  async run({ tx, input, actor, allow, services }) {
    if (actor.kind === 'system') throw new Error('the system needs no receipt')
    allow.own(actor.account)
    const texts = await rowOf(tx, input)
    if (texts['account_id'] !== actor.account) throw absent()
    return makeReceipt(tx, services.sealKeys, asAsked(input, texts, true))
  },
})
