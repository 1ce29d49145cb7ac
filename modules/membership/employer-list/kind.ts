import { checkName, maskPhone } from '@gongqiao/codes'
import {
  type Applied,
  type AppliedRow,
  type CheckedRow,
  type Finding,
  type ImportColumn,
  type ImportContext,
  importKind,
  type ReadRow,
  type RowCells,
  type RowFault,
  type RowRead,
  type Undone,
} from '@gongqiao/kernel/imports/kind.ts'
import { sendText } from '@gongqiao/kernel/messages/outgoing.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { newIds } from '@gongqiao/kernel/shared/ids.ts'
import { digitsLost } from '@gongqiao/kernel/sheets/cell-text.ts'
import { plainText } from '@gongqiao/kernel/sheets/plain-text.ts'
import { findOpenUnit } from '@gongqiao/modules/organization/index.ts'
import { checkedPhone } from '@gongqiao/modules/people/index.ts'
import { joiningLink } from '../joining-code.ts'
import { codesOfUnit } from '../joining-codes.ts'

/** One worker of an employer's list, understood. The name is for the clerk's eyes and is kept nowhere. */
export type WorkerLine = { readonly name: string; readonly phone: string }

const columns: readonly ImportColumn[] = [
  {
    key: 'name',
    title: { zh: '姓名', en: 'name' },
    aliases: ['名字', '职工姓名', '员工姓名', 'name'],
    required: true,
    example: '王小明',
  },
  {
    key: 'phone',
    title: { zh: '手机号码', en: 'mobile phone' },
    aliases: ['手机', '手机号', '电话', '联系电话', '移动电话', '联系方式', 'phone', 'mobile'],
    required: true,
    note: { zh: '邀请发到这里，由本人决定', en: 'the invitation goes there, and the person decides' },
    mask: maskPhone,
  },
  {
    key: 'identityNumber',
    title: { zh: '证件号码', en: 'document number' },
    aliases: ['身份证号', '身份证号码', '身份证', '证件号'],
    required: false,
    dropped: { zh: '不读取：由本人填写', en: 'not read: the person types it themselves' },
  },
]

/** Reads one line: every fault at once, nothing guessed. */
export function readWorkerLine(cells: RowCells): RowRead<WorkerLine> {
  const faults: RowFault[] = []
  const textOf = (column: string) => plainText(cells[column]?.text ?? '')
  const name = checkName(textOf('name'))
  if (!name.ok) for (const { code } of name.faults) faults.push({ column: 'name', code: `people.name.${code}` })
  const cell = cells['phone']
  if (cell && digitsLost(cell)) faults.push({ column: 'phone', code: 'people.phone.length' })
  const phone = checkedPhone(textOf('phone').replace(/\.0$/, ''))
  if ('faults' in phone) for (const { code } of phone.faults) faults.push({ column: 'phone', code })
  if (faults.length > 0 || !name.ok || 'faults' in phone) return { faults }
  return { value: { name: name.value, phone: phone.phone } }
}

/**
 * 单位职工名单: an employer's list, by which its union invites workers to join. Each gets a text message with the union's
 * joining link and decides alone; nothing counts before they have filled in their own form and proved their phone by its
 * code. Nothing is looked up about anybody and no number is read, so that a list tells nothing of whom it names.
 *
 * @see rulebook MEM-10; design sections 2.1 and 2.3
 */
export const employerListImport = importKind<WorkerLine, null>({
  name: 'membership.employer_list',
  act: 'membership.call_workers',
  title: { zh: '单位职工名单', en: 'employer’s list of workers' },
  columns,
  read: readWorkerLine,
  identity: ({ name, phone }) => ({ key: phone, print: name, column: 'phone' }),
  shown: ({ name, phone }) => ({ name, phone }),
  memory: () => null,
  check: async (context, rows) => (await compareWorkers(context, rows)).map(({ finding }) => finding),
  apply,
  undo,
})

type Compared = ReadRow<WorkerLine> & { readonly finding: Finding }

/** Whom the union has invited already; nothing else is asked of anybody. */
async function compareWorkers(
  { tx, services, ...context }: ImportContext<null>,
  rows: readonly ReadRow<WorkerLine>[],
): Promise<Compared[]> {
  const { cell, unit } = context.import
  const digests = rows.map(({ value }) => services.keyring.digest('phone', value.phone))
  const called = await tx.many<{ id: string; digest: Buffer }>(
    `select id, phone_digest as digest from membership.worker_call
     where cell_id = $1 and unit_id = $2 and phone_digest = any($3::bytea[])`,
    [cell, unit, digests],
  )
  const byDigest = new Map(called.map(({ id, digest }) => [digest.toString('hex'), id]))
  return rows.map((row, index) => {
    const id = byDigest.get(digests[index]?.toString('hex') ?? '')
    return { ...row, finding: id === undefined ? { verdict: 'new' } : { verdict: 'same', subject: { cell, id } } }
  })
}

async function apply(context: ImportContext<null>, rows: readonly CheckedRow<WorkerLine>[]) {
  const { tx, services, actor, now } = context
  const { cell, unit: id } = context.import
  await context.turn([cell])
  const unit = await findOpenUnit(tx, id)
  const code = (await codesOfUnit(tx, cell, id)).find((one) => one.revoked_at === null && one.expires_at > now)
  const compared = await compareWorkers(context, rows)
  const stale = (row: number, reason: string): Applied => ({ row, outcome: 'stale', reason })
  if (!unit || !code) return { rows: rows.map(({ row }) => stale(row, 'membership.import.no_open_code')), facts: [] }
  const fresh = compared.filter(({ finding }) => finding.verdict === 'new')
  const done = compared
    .filter(({ finding }) => finding.verdict !== 'new')
    .map(({ row }) => stale(row, 'membership.import.called_since'))
  const ids = newIds(fresh.length, now.getTime())
  await tx.run(
    `insert into membership.worker_call (cell_id, id, path, unit_id, phone_digest, at)
     select $1, c.id, $2, $3, c.digest, $6 from unnest($4::uuid[], $5::bytea[]) as c (id, digest)`,
    [cell, unit.path, id, ids, fresh.map(({ value }) => services.keyring.digest('phone', value.phone)), now],
  )
  const variables = { brand: services.brand, unit: unit.name, link: joiningLink(services, code.token) }
  const words = services.say(actor.language, 'membership.call_text', variables)
  for (const [index, { row, value }] of fresh.entries()) {
    const call = ids[index] ?? ''
    await sendText(tx, services, value.phone, words, now)
    done.push({ row, outcome: 'applied', subject: { cell, id: call }, mark: markOf(services, call) })
  }
  return { rows: done, facts: [] }
}

/** Forgets whom a list named. A message that has gone out is not called back; whoever joined has joined. */
async function undo({ tx }: ImportContext<null>, rows: readonly AppliedRow[]) {
  for (const [cell, some] of Map.groupBy(rows, ({ subject }) => subject.cell))
    await tx.run('delete from membership.worker_call where cell_id = $1 and id = any($2::uuid[])', [
      cell,
      some.map(({ subject }) => subject.id),
    ])
  return { rows: rows.map(({ row }): Undone => ({ row, outcome: 'undone' })), facts: [] }
}

const markOf = (services: Services, id: string) => services.keyring.digest('import', id)
