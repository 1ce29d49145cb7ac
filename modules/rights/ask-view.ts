import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { dueOf } from '@gongqiao/kernel/matter/history.ts'
import { asMatter, type Matter, matterColumns } from '@gongqiao/kernel/matter/matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { hasEnded, openSteps, type StepTaker } from '@gongqiao/kernel/shared/matter.ts'
import type { Language } from '@gongqiao/kernel/shared/texts.ts'
import { findOpenUnit, ownerOf, unitNameOf } from '@gongqiao/modules/organization/index.ts'
import { type AskRow, findAskRow } from './asked-row.ts'
import { openContent } from './content.ts'
import type { AskView, MyAsk, RetaliationView } from './contract.ts'
import { callsOf, isLastCall } from './follow-up.ts'
import { interimOf } from './interim.ts'
import { ask, retaliation, topics } from './machine.ts'
import { unionToTakeUp } from './second-opinion.ts'
import { mayAskMore, standsInWords } from './standing-still.ts'
import { turnsOf } from './turns.ts'

/** Who looks, and when. */
export type Looking = {
  readonly tx: Tx
  readonly services: Services
  readonly today: string
  readonly language: Language
}

/** The matter of an ask or of a report in the open scope. Refuses `kernel.absent`. */
export async function findRightsMatter(tx: Tx, cell: number, id: string): Promise<Matter> {
  const row = await tx.maybe<Parameters<typeof asMatter>[0]>(
    `select ${matterColumns} from kernel.matter where cell_id = $1 and id = $2 and kind = any($3::text[])`,
    [cell, id, [ask.name, retaliation.name]],
  )
  if (!row) throw absent()
  return asMatter(row)
}

/** The due day of an open matter, with its rule in words; while the asker's word is awaited, what is left of the union's days. */
function askDue({ services, today, language }: Looking, matter: Matter, row: AskRow | undefined): MyAsk['due'] {
  const due = dueOf(services, matter, today, language)
  if (due === null) return null
  const { rule: _rule, ...told } = due
  const stands = matter.state === 'more' && row ? standsInWords(services, matter.cell, row, language) : null
  return { ...told, stands }
}

/** The steps open to somebody: nobody is asked for more where the clock may not stand still for it. */
function stepsOf({ services }: Looking, matter: Matter, who: StepTaker): string[] {
  const steps = openSteps(definitionOf(matter.kind), matter.state, who)
  return steps.filter((step) => step !== 'ask_more' || mayAskMore(services, matter))
}

const topicOf = (text: string | null) => topics.find((topic) => topic === text) ?? null
const definitionOf = (kind: string) => (kind === ask.name ? ask : retaliation)

async function commonView(
  looking: Looking,
  matter: Matter,
  row: AskRow | undefined,
  who: StepTaker,
): Promise<Omit<MyAsk, 'above'>> {
  const { tx, services, today, language } = looking
  const unit = await findOpenUnit(tx, matter.hostUnit)
  if (!unit) throw new Error('a matter has a unit')
  const definition = definitionOf(matter.kind)
  const { solved, answerScore, handlingScore } = row ?? { solved: null, answerScore: null, handlingScore: null }
  return {
    cell: matter.cell,
    matter: matter.id,
    kind: matter.kind,
    state: matter.state,
    unit: unitNameOf(unit),
    owner: await ownerOf(tx, matter, unit),
    openedAt: matter.openedAt.toISOString(),
    due: hasEnded(definition, matter.state) ? null : askDue(looking, matter, row),
    interim: row ? interimOf(services.deadlines, matter, row, today, language) : null,
    steps: stepsOf(looking, matter, who),
    topic: topicOf(row?.topic ?? null),
    urgent: row?.class === 'urgent',
    confidential: row?.confidential ?? true,
    result: row?.result ?? null,
    rating:
      solved !== null && answerScore !== null && handlingScore !== null
        ? { solved, answer: answerScore, handling: handlingScore }
        : null,
    turns: await turnsOf(tx, services, matter.cell, matter.id),
  }
}

/** An ask, or a report of retaliation, as its asker sees it, in the open scope. Refuses `kernel.absent`. */
export async function myAskView(looking: Looking, cell: number, id: string): Promise<MyAsk> {
  const { tx } = looking
  const matter = await findRightsMatter(tx, cell, id)
  const row = await findAskRow(tx, cell, id)
  const view = await commonView(looking, matter, row, 'person')
  const upper = row && view.steps.includes('reopen') ? await unionToTakeUp(tx, matter, row) : undefined
  const above = upper && (await findOpenUnit(tx, upper.id))
  return { ...view, above: above ? unitNameOf(above) : null }
}

/** An ask as its handler sees it, with its place; in the open scope. Refuses `kernel.absent`. */
export async function askView(looking: Looking, cell: number, id: string): Promise<{ view: AskView; path: string }> {
  const { tx, services } = looking
  const matter = await findRightsMatter(tx, cell, id)
  const row = matter.kind === ask.name ? await findAskRow(tx, cell, id) : undefined
  if (!row) throw absent()
  const content = await openContent(services, cell, id, row.content)
  const { employerName, employerCode } = content
  const calls = await callsOf(tx, cell, id)
  const { joined, alike } = await tx.one<{ joined: number; alike: number }>(
    `select (select count(*) from rights.ask g where g.cell_id = $1 and g.group_id = $3) as joined,
       (select count(*) from rights.ask o join kernel.matter m on m.cell_id = o.cell_id and m.id = o.matter_id
        where o.cell_id = $1 and o.matter_id <> $2 and m.host_unit_id = $4 and m.ended_at is null
          and m.state in ('received', 'handling', 'more')
          and (o.employer_digest = $5 or o.topic = $6)) as alike`,
    [cell, id, row.groupId, matter.hostUnit, row.employerDigest, row.topic],
  )
  return {
    path: matter.host.path,
    view: {
      ...(await commonView(looking, matter, row, 'officer')),
      person: row.asker === 'member' ? matter.subject : null,
      asker: row.asker,
      channel: row.channel,
      name: content.name,
      phone: content.phone,
      employer: employerName === null && employerCode === null ? null : { name: employerName, code: employerCode },
      class: row.class,
      extended: row.extended,
      calls: {
        unreached: calls.unreached,
        days: calls.days.length,
        reached: calls.reached,
        last: isLastCall(calls, looking.today),
      },
      typedBy: row.typedBy,
      referralDue: matter.referralDue,
      group: row.groupId === null ? null : { id: row.groupId, asks: joined },
      alike,
    },
  }
}

/** A report of retaliation as the union one level up sees it, with its place. Refuses `kernel.absent`. */
export async function retaliationView(
  looking: Looking,
  cell: number,
  id: string,
): Promise<{ view: RetaliationView; path: string; spine: Matter }> {
  const { tx, services } = looking
  const matter = await findRightsMatter(tx, cell, id)
  const row = await tx.maybe<{
    cell: number
    matter: string
    kind: string
    unit: string
    content: Buffer
    nobody: boolean
  }>(
    `select about_cell as cell, about_matter as matter, about_kind as kind, about_unit_id as unit, content, code_digest is not null as nobody
     from rights.retaliation where cell_id = $1 and matter_id = $2`,
    [cell, id],
  )
  if (!row) throw absent()
  const about = await findOpenUnit(tx, row.unit)
  return {
    spine: matter,
    path: matter.host.path,
    view: {
      ...(await commonView(looking, matter, undefined, 'officer')),
      person: row.nobody ? null : matter.subject,
      name: (await openContent(services, cell, id, row.content)).name,
      about: { kind: row.kind, unit: about ? unitNameOf(about) : null, cell: row.cell, matter: row.matter },
    },
  }
}
