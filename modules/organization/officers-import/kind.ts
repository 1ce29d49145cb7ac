import type { Fact } from '@gongqiao/kernel/command/command.ts'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import {
  type Applied,
  type AppliedRow,
  type CheckedRow,
  type Closing,
  type ImportContext,
  importKind,
  type Undone,
} from '@gongqiao/kernel/imports/kind.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { makeInvitations } from '../invitations/invite.ts'
import { roleOfLevel } from '../invitations/officer-fields.ts'
import { sendLink } from '../invitations/send-link.ts'
import { officerColumns } from './columns.ts'
import { type ComparedOfficer, compareOfficers, holders } from './compare.ts'
import { type OfficerLine, readOfficerLine } from './read-line.ts'

/** What is remembered from batch to batch of one pass over a sheet of officers. */
type Memory = {
  /** Cells of the unions the sheet speaks of. */
  readonly units: Map<string, number>
  readonly named: Set<string>
}

/**
 * 工会干部: who is to hold which post of which union. Each is invited by a one-time link, which goes to the phone and
 * stands on the clerk's list to be handed over; nobody's post is taken by a sheet.
 */
export const officersImport = importKind<OfficerLine, Memory>({
  name: 'organization.officers',
  act: 'organization.import_officers',
  title: { zh: '工会干部', en: 'officers' },
  columns: officerColumns,
  read: readOfficerLine,
  identity: (line, { keyring }) => ({
    key: keyring.digest('import', JSON.stringify([line.unit, line.title, line.officer.name])).toString('base64'),
    print: keyring.digest('import', JSON.stringify(line)).toString('base64'),
    column: 'name',
  }),
  memory: () => ({ units: new Map(), named: new Set() }),
  async check(context, rows) {
    const compared = await compareOfficers(context, rows)
    for (const { unit, line } of compared) {
      if (!unit) continue
      context.memory.units.set(unit.id, unit.cell)
      context.memory.named.add(`${unit.id} ${line.officer.name}`)
    }
    return compared.map(({ finding }) => finding)
  },
  close,
  show,
  apply,
  undo,
})

/** Who holds a post of a union the sheet speaks of and is not in the sheet: told, and nothing done about it. */
async function* close(context: ImportContext<Memory>): AsyncGenerator<Closing> {
  const { units, named } = context.memory
  const holding = await holders(
    context,
    [...units.keys()].map((id) => ({ id })),
  )
  for (const { id, unit: of, name } of holding) {
    const cell = units.get(of)
    if (cell !== undefined && !named.has(`${of} ${name}`)) yield { verdict: 'gone', subject: { cell, id } }
  }
}

/** Posts whose holder the sheet no longer names, as the list of rows shows them. */
async function show(tx: Tx, cell: number, ids: readonly string[]) {
  const rows = await tx.many<{ id: string; unit: string; title: string; name: string }>(
    `select p.id, p.unit_name as unit, p.title, h.holder_name as name from kernel.post p
     join kernel.post_holding h on h.post_id = p.id and h.valid_to is null and h.superseded_at is null
     where p.id = any($1::uuid[]) and p.cell_id = $2`,
    [ids, cell],
  )
  return new Map(rows.map(({ id, unit, title, name }) => [id, { unit, title, name }]))
}

async function apply(
  context: ImportContext<Memory>,
  rows: readonly CheckedRow<OfficerLine>[],
): Promise<{ rows: Applied[]; facts: Fact[] }> {
  const first = await compareOfficers(context, rows)
  await context.turn(first.flatMap(({ unit }) => (unit ? [unit.cell] : [])))
  const compared = await compareOfficers(context, rows)
  const done: Applied[] = compared
    .filter(({ finding }) => finding.verdict !== 'new')
    .map(({ row }) => ({ row, outcome: 'stale', reason: 'organization.import.otherwise_now' }))
  const fresh = compared.filter(({ finding, unit }) => finding.verdict === 'new' && unit !== undefined)
  const facts: Fact[] = []
  for (const some of Map.groupBy(fresh, ({ unit }) => unit?.cell).values()) {
    const rows = await inviteAll(context, some)
    done.push(...rows)
    facts.push(...invitedFacts(some, new Set(rows.flatMap(({ row, outcome }) => (outcome === 'applied' ? [row] : [])))))
  }
  return { rows: done, facts }
}

/** How many officers were invited to each union. */
function invitedFacts(lines: readonly ComparedOfficer[], applied: ReadonlySet<number>): Fact[] {
  const units = lines.flatMap(({ row, unit }) => (unit && applied.has(row) ? [unit] : []))
  return [...Map.groupBy(units, ({ id }) => id).values()].flatMap((some) => {
    const [unit] = some
    if (!unit) return []
    const body = { unit: unit.id, officers: some.length }
    return [{ cell: unit.cell, name: 'organization.officer_invited', body }]
  })
}

async function inviteAll(context: ImportContext, lines: readonly ComparedOfficer[]): Promise<Applied[]> {
  const { tx, services, actor, now } = context
  const invited = lines.flatMap(({ line, unit }) =>
    unit
      ? [
          {
            unit: { id: unit.id, cell_id: unit.cell, path: unit.path },
            unitName: unit.name,
            role: line.readsFiguresOnly ? ('statistician' as const) : roleOfLevel(unit.level),
            title: line.title,
            ...line.officer,
          },
        ]
      : [],
  )
  const made = await makeInvitations(tx, services, invited, { post: actor.post.id, now })
  const done: Applied[] = []
  for (const [index, { row }] of lines.entries()) {
    const [one, invitation] = [invited[index], made[index]]
    if (!one || !invitation) {
      done.push({ row, outcome: 'stale', reason: 'organization.import.otherwise_now' })
      continue
    }
    const { cell, id, link } = invitation
    const about = { unit: one.unitName, title: one.title, link, language: actor.language }
    if (one.phone !== null) await sendLink(tx, services, one.phone, about, now)
    done.push({ row, outcome: 'applied', subject: { cell, id }, mark: markOf(services, id, 0), handout: link })
  }
  return done
}

type Invitation = {
  readonly id: string
  readonly renewed: number
  readonly accepted: boolean
  readonly revoked: boolean
}

/** Takes invitations back that nobody has accepted; an officer who holds the post keeps it. */
async function undo(
  { tx, services, now }: ImportContext<Memory>,
  rows: readonly AppliedRow[],
): Promise<{ rows: Undone[]; facts: Fact[] }> {
  const done: Undone[] = []
  for (const [cell, some] of Map.groupBy(rows, ({ subject }) => subject.cell)) {
    const ids = some.map(({ subject }) => subject.id)
    const found = await tx.many<Invitation>(
      `select id, renewed, accepted_at is not null as accepted, revoked_at is not null as revoked
       from organization.officer_invitation where cell_id = $1 and id = any($2::uuid[]) for update`,
      [cell, ids],
    )
    const byId = new Map(found.map((invitation) => [invitation.id, invitation]))
    const open: string[] = []
    for (const { row, subject, mark } of some) {
      const invitation = byId.get(subject.id)
      const reason = reasonToKeep(
        invitation,
        invitation && markOf(services, subject.id, invitation.renewed).equals(mark),
      )
      if (reason === undefined) open.push(subject.id)
      done.push(reason === undefined ? { row, outcome: 'undone' } : { row, outcome: 'kept', reason })
    }
    await tx.run(
      `update organization.officer_invitation set revoked_at = $3, phone_cipher = null, mail_cipher = null
       where cell_id = $1 and id = any($2::uuid[]) and accepted_at is null and revoked_at is null`,
      [cell, open, now],
    )
  }
  return { rows: done, facts: [] }
}

function reasonToKeep(invitation: Invitation | undefined, same: boolean | undefined): string | undefined {
  if (!invitation || invitation.revoked) return 'organization.import.revoked_since'
  if (invitation.accepted) return 'organization.import.accepted_since'
  return same ? undefined : 'organization.import.renewed_since'
}

/** What an invitation is, as a keyed digest: one that was sent again has become somebody's act. */
function markOf(services: Services, id: string, renewed: number): Buffer {
  return services.keyring.digest('import', JSON.stringify([id, renewed]))
}
