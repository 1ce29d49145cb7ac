import type { Pause } from '@gongqiao/calendar'
import { hot, type Tx } from '@gongqiao/kernel/database/tx.ts'
import type { AskClass, Result, Solved } from './machine.ts'

/** The row of an ask, still sealed. */
export type AskRow = {
  readonly matter: string
  readonly path: string
  readonly asker: 'member' | 'guest' | 'anonymous'
  readonly channel: 'app' | 'window' | 'phone'
  readonly askedCell: number
  readonly askedUnit: string
  readonly confidential: boolean
  readonly class: AskClass
  readonly topic: string | null
  readonly extended: boolean
  readonly content: Buffer
  readonly employerDigest: Buffer | null
  readonly codeDigest: Buffer | null
  readonly typedBy: string | null
  readonly groupId: string | null
  readonly clockFrom: string | null
  readonly pausedOn: string | null
  /** The day of the last news since its clock began. */
  readonly interimOn: string | null
  /** The union one level up has taken it up again: that is done once. */
  readonly redispatched: boolean
  /** Days the union's clock stood still since `clockFrom`. */
  readonly pauses: readonly Pause[]
  readonly openedOn: string
  readonly answeredOn: string | null
  readonly result: Result | null
  readonly solved: Solved | null
  readonly answerScore: number | null
  readonly handlingScore: number | null
}

/** The columns of an ask, for statements that name the table `a`. */
export const askColumns = `a.matter_id as matter, a.path, a.asker, a.channel, a.asked_cell as "askedCell",
  a.asked_unit_id as "askedUnit", a.confidential, a.class, a.topic, a.extended, a.content,
  a.employer_digest as "employerDigest", a.code_digest as "codeDigest", a.typed_by as "typedBy", a.group_id as "groupId",
  a.clock_from as "clockFrom", a.paused_on as "pausedOn", a.interim_on as "interimOn", a.redispatched, a.pauses, a.opened_on as "openedOn", a.answered_on as "answeredOn", a.result, a.solved,
  a.answer_score as "answerScore", a.handling_score as "handlingScore"`

const byKey = hot('rights.find_ask', `select ${askColumns} from rights.ask a where a.cell_id = $1 and a.matter_id = $2`)

/** One ask in an open scope, or undefined. */
export async function findAskRow(tx: Tx, cell: number, matter: string): Promise<AskRow | undefined> {
  return tx.maybe<AskRow>(byKey, [cell, matter])
}

/** The digest of the code that a matter of this module is known by, or null: of an ask, or of a report of retaliation. */
export async function codeDigestOf(tx: Tx, cell: number, matter: string): Promise<Buffer | null> {
  const row = await tx.maybe<{ digest: Buffer | null }>(
    `select code_digest as digest from rights.ask where cell_id = $1 and matter_id = $2
     union all select code_digest from rights.retaliation where cell_id = $1 and matter_id = $2`,
    [cell, matter],
  )
  return row?.digest ?? null
}
