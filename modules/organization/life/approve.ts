import type { CommandContext, Fact } from '@gongqiao/kernel/command/command.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import type { TSchema } from 'typebox'
import { keepEmployers } from '../coverage/history.ts'
import { foundUnit } from '../founding/unit.ts'
import { findOpenUnit, type OpenUnit } from '../open-unit.ts'
import { rememberAliases } from '../unit-aliases.ts'
import type { ChangePart, ChangeRow } from './content.ts'
import { moveUnitInside } from './move-unit.ts'
import { lockUnits, writeUnit } from './unit-row.ts'

type Context = Pick<CommandContext<TSchema, 'post' | 'system'>, 'tx' | 'now' | 'today'>

/** What an approval led to: done at once, or people are on their way into a union. */
export type Begun =
  | { readonly done: true; readonly made: null; readonly facts: readonly Fact[] }
  | { readonly done: false; readonly made: string | null; readonly facts: readonly Fact[] }

type About = { readonly change: ChangeRow; readonly unit: OpenUnit; readonly into: OpenUnit | undefined }

/**
 * Begins what was approved. A name or a place inside the cell changes at once. Where people have to move first the union is
 * closing, and nobody can join it; or a new one is founded, and those named are on their way to it.
 *
 * The unions are locked and the scope of the union's whole cell is open.
 */
export async function beginChange(context: Context, about: About): Promise<Begun> {
  const { change, unit, into } = about
  switch (change.kind) {
    case 'rename':
      return renameUnit(context, about)
    case 'move':
      if (!into) throw absent()
      if (into.cell_id === unit.cell_id)
        return { done: true, made: null, facts: await moveUnitInside(context.tx, unit, into, context) }
      return goOnAs(context, about, await twinOf(context, unit, into))
    case 'split':
      return splitOff(context, about)
    default:
      if (!into) throw absent()
      return goOnAs(context, about, into)
  }
}

async function renameUnit(context: Context, { change, unit }: About): Promise<Begun> {
  const { tx, now } = context
  await writeUnit(
    tx,
    unit.id,
    {
      ...(change.name !== null && { name: change.name }),
      ...(change.shortName !== null && { shortName: change.shortName }),
      ...(change.divisionCode !== null && { divisionCode: change.divisionCode }),
    },
    context,
  )
  const former = [change.name !== null && unit.name, change.shortName !== null && unit.short_name].filter(
    (text) => text !== false,
  )
  await rememberAliases(
    tx,
    [...new Set(former)].map((text) => ({ unit: unit.id, text, kind: 'former' })),
    now,
  )
  const fact: Fact = { cell: unit.cell_id, name: 'organization.unit_renamed', body: { unit: unit.id } }
  return { done: true, made: null, facts: [fact] }
}

/** The union is closing from today; the lower module moves its people into the other one, and then it is closed. */
async function goOnAs(context: Context, { change, unit }: About, into: OpenUnit): Promise<Begun> {
  await writeUnit(context.tx, unit.id, { state: 'closing' }, context)
  const body = {
    matter: change.matter,
    unit: unit.id,
    into: into.id,
    // Whoever cannot leave the cell with the others stays with the union above.
    rest: into.cell_id === unit.cell_id ? into.id : unit.parent_id,
    members: change.members,
  }
  return {
    done: false,
    made: change.kind === 'move' ? into.id : null,
    facts: [{ cell: unit.cell_id, name: 'organization.unit_closing', body }],
  }
}

/** A union moves to another cell by going on there under the same names. */
async function twinOf(context: Context, unit: OpenUnit, parent: OpenUnit): Promise<OpenUnit> {
  return foundLike(context, unit, parent, { name: unit.name, shortName: unit.short_name })
}

async function splitOff(context: Context, about: About): Promise<Begun> {
  const { change, unit } = about
  const facts: Fact[] = []
  const parts: { number: number; into: string }[] = []
  for (const part of change.parts) {
    const made = await splitPart(context, about, part, facts)
    parts.push({ number: part.number, into: made })
    await context.tx.run(
      `update organization.unit_change_part set made_id = $4 where cell_id = $1 and matter_id = $2 and number = $3`,
      [unit.cell_id, change.matter, part.number, made],
    )
  }
  const body = { matter: change.matter, unit: unit.id, parts }
  return {
    done: false,
    made: null,
    facts: [...facts, { cell: unit.cell_id, name: 'organization.unit_splitting', body }],
  }
}

/** Founds one of the new unions, with those below it and its employers; its people are on their way. */
async function splitPart(context: Context, { unit }: About, part: ChangePart, facts: Fact[]): Promise<string> {
  const { tx, today } = context
  const parent = unit.parent_id === null ? undefined : await findOpenUnit(tx, unit.parent_id)
  if (!parent) throw absent()
  const made = await foundLike(context, unit, parent, { name: part.name, shortName: part.shortName ?? part.name })
  facts.push({ cell: made.cell_id, name: 'organization.founded', body: { unit: made.id } })
  for (const id of part.children) {
    const [child, above] = await lockUnits(tx, [id, made.id])
    if (child?.parent_id === unit.id && above) facts.push(...(await moveUnitInside(tx, child, above, context)))
  }
  await tx.run(
    `with left_here as (
       update organization.covered_unit set valid_to = greatest(valid_from + 1, $3::date)
       where cell_id = $1 and unit_id = $2 and employer_id = any($4::uuid[]) and valid_to is null returning employer_id
     ), placed as (
       update organization.employer e set path = $6 from left_here l where e.cell_id = $1 and e.id = l.employer_id
     )
     insert into organization.covered_unit (cell_id, unit_id, employer_id, valid_from) select $1, $5, employer_id, $3 from left_here`,
    [unit.cell_id, unit.id, today, part.employers, made.id, made.path],
  )
  await keepEmployers(tx, unit.cell_id, part.employers, context)
  await tx.run('update organization.unit set founded_on = $2 where id = $1', [made.id, today])
  return made.id
}

/** Founds a union of the same level and form below another. */
async function foundLike(
  { tx, now, today }: Context,
  unit: OpenUnit,
  parent: OpenUnit,
  names: { readonly name: string; readonly shortName: string },
): Promise<OpenUnit> {
  const { form } = await tx.one<{ form: string | null }>(
    'select org_form as form from organization.unit where id = $1',
    [unit.id],
  )
  const { id } = await foundUnit(
    tx,
    parent,
    { ...names, level: unit.level, form: form ?? 'single', state: 'active' },
    { today, now },
  )
  const made = await findOpenUnit(tx, id)
  if (!made) throw new Error('the union has just been founded')
  return made
}
