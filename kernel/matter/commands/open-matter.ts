import type { ActorOf } from '../../command/actor.ts'
import { type CommandContext, command, type Fact } from '../../command/command.ts'
import type { Tx } from '../../database/tx.ts'
import { absent, Refusal } from '../../refusal.ts'
import type { FormValues } from '../../shared/form.ts'
import { newId } from '../../shared/ids.ts'
import { subtreeOf } from '../../shared/place.ts'
import { hookContext } from '../acting.ts'
import type { Upload } from '../attachments.ts'
import { MatterView, MyMatterWhole, OpenMatter, OpenMyMatter } from '../contract.ts'
import { fill, keepForm, uploadPlace, uploadsIn } from '../forms.ts'
import { findMatter } from '../history.ts'
import type { MatterKind } from '../kind.ts'
import { type Matter, wordsOf } from '../matters.ts'
import { kindNamed, type MatterParts } from '../parts.ts'
import { steppedFact } from '../stepping.ts'
import type { MatterUnit } from '../unit.ts'
import { matterViewOf, myWholeMatterOf } from '../view.ts'

/** The kind, where whoever asks may open one. Refuses `kernel.absent`. */
function openable(parts: MatterParts, name: string, by: 'person' | 'post'): MatterKind {
  const kind = kindNamed(parts, name)
  if (!kind.opens?.includes(by)) throw absent()
  return kind
}

/** The answers to the kind's form. Refuses every wrong field at once. */
function answersOf({ form }: MatterKind, given: unknown): FormValues | undefined {
  const filled = fill(form, given)
  if ('faults' in filled) throw new Refusal('kernel.invalid_input', { faults: filled.faults })
  return filled.values
}

/** The unit a matter begins at. Refuses what cannot take one. */
function mustTake(unit: MatterUnit | undefined): MatterUnit & { readonly desk: string } {
  if (!unit) throw absent()
  const { desk } = unit
  if (!unit.open) throw new Refusal('matter.unit_takes_none')
  if (desk === null) throw new Refusal('matter.no_desk')
  return { ...unit, desk }
}

type Beginning = {
  readonly kind: MatterKind
  readonly host: MatterUnit & { readonly desk: string }
  readonly subject: string
  readonly title: string
  readonly values: FormValues | undefined
  readonly uploads: readonly Upload[]
}

type Context = Pick<CommandContext<unknown, 'post'>, 'tx' | 'services' | 'now' | 'today' | 'matters'> & {
  readonly actor: ActorOf<'post'> | ActorOf<'person'>
}

/** Begins a matter at a unit whose place is open: spine, first line of its history, form and files. */
async function begin(context: Context, beginning: Beginning): Promise<{ matter: Matter; facts: readonly Fact[] }> {
  const { tx, actor, now, matters } = context
  const { kind, host, subject, title, values, uploads } = beginning
  const { cell, path } = host.place
  const id = newId(now.getTime())
  const { state, clockRule, clockFrom, dueOn, dueProvisional } = matters.beginning(kind.definition, cell)
  await tx.run(
    `select kernel.begin_matter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      ...[cell, id, path, kind.definition.name, host.id, subject, title.slice(0, 200), state, host.desk],
      ...[clockRule, clockFrom, dueOn, dueProvisional, now, 'open', actor.kind, actor.account],
      ...[actor.kind === 'post' ? actor.post.id : null, wordsOf(actor)],
    ],
  )
  let form = values
  if (kind.form && values) {
    const filling = { schema: kind.form, step: null, values, uploads }
    const kept = await keepForm(context, { matter: id, place: host.place }, filling)
    if ('faults' in kept) throw new Refusal('kernel.invalid_input', { faults: kept.faults })
    form = kept.values
  }
  const matter = await begun(tx, cell, id)
  const hooked = await kind.onStep?.(hookContext(context), {
    matter,
    step: 'open',
    from: null,
    reason: undefined,
    form,
  })
  return { matter, facts: [steppedFact(matter, null, 'open', actor.kind), ...(hooked ?? [])] }
}

async function begun(tx: Tx, cell: number, id: string): Promise<Matter> {
  const matter = await findMatter(tx, cell, id)
  if (!matter) throw new Error('a matter that has just begun is there')
  return matter
}

/**
 * Opens a matter at a unit 登记事项, about somebody of its or about the unit itself.
 *
 * Refuses every wrong field at once; `kernel.absent` for a kind that officers do not open, a person or a unit out of sight,
 * `matter.unit_takes_none`, `matter.no_desk`.
 */
export function openMatter(parts: MatterParts) {
  return command({
    act: 'kernel.open_matter',
    by: ['post'],
    input: OpenMatter,
    output: MatterView,
    async run(context) {
      const { tx, input, actor, today, services, allow, within } = context
      if (actor.kind !== 'post') throw new Error('an officer’s matter is opened by a post')
      const unit = (await parts.units.byId(tx, [input.unit])).get(input.unit)
      if (!unit) throw absent()
      allow(unit.place)
      const kind = openable(parts, input.kind, 'post')
      const host = mustTake(unit)
      const values = answersOf(kind, input.form)
      const place = uploadPlace(actor)
      await within(subtreeOf(place))
      const uploads = kind.form && values ? await uploadsIn(context, place, actor.account, kind.form, values) : []
      await within(subtreeOf(host.place))
      const person = input.person === undefined ? undefined : await parts.people.find(tx, host.place.cell, input.person)
      if (input.person !== undefined && !person) throw absent()
      const title = (values && kind.title?.(values)) ?? person?.name ?? host.name
      const subject = input.person ?? host.id
      const { matter, facts } = await begin({ ...context, actor }, { kind, host, subject, title, values, uploads })
      return {
        cell: matter.cell,
        subject: matter.id,
        after: { kind: matter.kind, state: matter.state },
        facts,
        answer: await matterViewOf(parts, tx, matter, actor, { services, today, language: actor.language }),
      }
    },
  })
}

/**
 * Opens one's own matter 提出事项, at the unit one belongs to, or at another.
 *
 * Refuses every wrong field at once; `kernel.absent` for a kind that is not opened so or an unknown unit,
 * `matter.unit_takes_none`, `matter.no_desk`.
 */
export function openMyMatter(parts: MatterParts) {
  return command({
    act: 'kernel.open_my_matter',
    by: ['person'],
    input: OpenMyMatter,
    output: MyMatterWhole,
    beyond: {
      uploads: 'files the person has just uploaded, where their record is',
      host: 'the unit that takes the matter of somebody who may not be its own',
    },
    async run(context) {
      const { tx, input, actor, today, services, allow, reach } = context
      if (actor.kind !== 'person') throw new Error('the system has no matters')
      allow.self(actor.person)
      const kind = openable(parts, input.kind, 'person')
      const values = answersOf(kind, input.form)
      const wished =
        input.unit === undefined
          ? ((await kind.hostOf?.(hookContext(context), values ?? {})) ?? (await parts.units.at(tx, actor.place)))
          : (await parts.units.byId(tx, [input.unit])).get(input.unit)
      const host = mustTake(wished)
      await reach('uploads', actor.place)
      const uploads = kind.form && values ? await uploadsIn(context, actor.place, actor.account, kind.form, values) : []
      const known = await parts.people.find(tx, actor.place.cell, actor.person)
      await reach('host', host.place)
      const title = (values && kind.title?.(values)) ?? known?.name ?? host.name
      const beginning = { kind, host, subject: actor.person, title, values, uploads }
      const { matter, facts } = await begin({ ...context, actor }, beginning)
      await parts.people.rememberCell(tx, actor.person, matter.cell)
      return {
        cell: matter.cell,
        subject: matter.id,
        after: { kind: matter.kind, state: matter.state },
        facts,
        answer: await myWholeMatterOf(parts, tx, matter, actor.person, { services, today, language: actor.language }),
      }
    },
  })
}
