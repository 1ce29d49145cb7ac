import type { ActorOf } from '../command/actor.ts'
import type { CommandContext, Fact } from '../command/command.ts'
import { type Fault, Refusal } from '../refusal.ts'
import { stepFrom } from '../shared/matter.ts'
import type { Place } from '../shared/place.ts'
import { hookContext, type Opened } from './acting.ts'
import { fill, formOf, keepForm, uploadPlace, uploadsIn } from './forms.ts'
import type { Matter } from './matters.ts'

/** What taking a step says. */
export type StepWords = {
  readonly step: string
  readonly reason?: string
  readonly note?: string
  readonly form?: unknown
}

type Context = Pick<CommandContext<unknown, 'post'>, 'tx' | 'services' | 'now' | 'today' | 'matters'> & {
  readonly actor: ActorOf<'post'> | ActorOf<'person'>
}

/**
 * Takes a step of a kind without tables of its own, with its form, its files and its kind's hook.
 *
 * @param opening opens the place of uploaded files, then that of the matter again
 *
 * Refuses every wrong field at once; `matter.step_not_open`, `matter.own_steps`, `matter.signatures_open`, and what the kind
 * refuses.
 */
export async function takeKindStep(
  context: Context,
  { matter: before, kind }: Opened,
  { step, reason, note, form }: StepWords,
  opening: { readonly uploads: (place: Place) => Promise<void>; readonly matter: () => Promise<void> },
): Promise<{ readonly after: Matter; readonly facts: readonly Fact[] }> {
  if (kind.own) throw new Refusal('matter.own_steps')
  const taken = stepFrom(kind.definition, before.state, step)
  const who = context.actor.kind === 'post' ? 'officer' : 'person'
  if (!taken || taken.who !== who || taken.within !== undefined) throw new Refusal('matter.step_not_open')
  const schema = formOf(kind, taken)
  const filled = fill(schema, form)
  const faults: Fault[] = [
    ...(taken.reason && !taken.reasons && reason === undefined
      ? [{ field: '/reason', code: 'kernel.field_missing' }]
      : []),
    ...(taken.reasons && reason === undefined ? [{ field: '/reason', code: 'kernel.field_missing' }] : []),
    ...(taken.reasons && reason !== undefined && !taken.reasons.includes(reason)
      ? [{ field: '/reason', code: 'kernel.field_choice' }]
      : []),
    ...('faults' in filled ? filled.faults : []),
  ]
  if (faults.length > 0 || 'faults' in filled) throw new Refusal('kernel.invalid_input', { faults })

  let values = filled.values
  if (schema && values) {
    const place = uploadPlace(context.actor)
    await opening.uploads(place)
    const uploads = await uploadsIn(context, place, context.actor.account, schema, values)
    await opening.matter()
    const kept = await keepForm(context, { matter: before.id, place: before.host }, { schema, step, values, uploads })
    if ('faults' in kept) throw new Refusal('kernel.invalid_input', { faults: kept.faults })
    values = kept.values
  }
  const title = taken.form === 'again' && values ? kind.title?.(values) : undefined
  const after = await context.matters.take(kind.definition, before, step, {
    ...(reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
    ...(title !== undefined && { title: title.slice(0, 200) }),
  })
  const hooked = await kind.onStep?.(hookContext(context), {
    matter: after,
    step,
    from: before.state,
    reason,
    form: values,
  })
  return { after, facts: [steppedFact(after, before.state, step, context.actor.kind), ...(hooked ?? [])] }
}

/** The fact that a step of a matter was taken: ids and states, and by whom of the three. */
export function steppedFact(
  { cell, id, kind, state, hostUnit, subject, lastEvent }: Matter,
  from: string | null,
  step: string,
  by: 'post' | 'person' | 'system',
): Fact {
  const body = { matter: id, kind, step, from, to: state, unit: hostUnit, person: subject, number: lastEvent, by }
  return { cell, name: 'matter.stepped', body }
}
