import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { Matter } from '@gongqiao/kernel/matter/matters.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { type OpenUnit, openUnitsById } from '../open-unit.ts'
import { registration } from './machine.ts'
import { type RegistrationRow, registeredBy, registrationRow } from './record.ts'

type Key = { readonly cell: number; readonly matter: string }
/** An application that is locked for a step. */
export type OpenRegistration = {
  readonly before: Matter
  readonly row: RegistrationRow
  readonly unit: OpenUnit
  readonly registrar: OpenUnit
}

/** What a command of the registrar's declares as its reach. */
export const applicantReach = {
  applicant: 'the registrar registers unions that other unions lead: a railway’s, a bank’s (ORG-35)',
}

/**
 * Locks an application for a step of its registrar, wherever the union stands. Refuses `kernel.absent`, `kernel.forbidden`.
 *
 * @see ORG-35
 */
export async function openAsRegistrar<I extends Key>(context: CommandContext<I, 'post'>): Promise<OpenRegistration> {
  const { unit, registrar } = await named(context)
  context.allow({ cell: registrar.cell_id, path: registrar.path })
  await context.reach('applicant', { cell: unit.cell_id, path: unit.path })
  return opened(context, unit, registrar)
}

/** Locks an application for a step of the union that made it. Refuses `kernel.absent`, `kernel.forbidden`. */
export async function openAsApplicant<I extends Key>(context: CommandContext<I, 'post'>): Promise<OpenRegistration> {
  const { unit, registrar } = await named(context)
  context.allow({ cell: unit.cell_id, path: unit.path })
  return opened(context, unit, registrar)
}

async function named<I extends Key>({
  tx,
  input,
}: CommandContext<I, 'post'>): Promise<{ unit: OpenUnit; registrar: OpenUnit }> {
  const ids = await registeredBy(tx, input.cell, input.matter)
  const units = await openUnitsById(tx, [ids.unit, ids.registrar])
  const [unit, registrar] = [units.get(ids.unit), units.get(ids.registrar)]
  if (!unit || !registrar) throw absent()
  return { unit, registrar }
}

async function opened<I extends Key>(
  { tx, input, matters, services }: CommandContext<I, 'post'>,
  unit: OpenUnit,
  registrar: OpenUnit,
): Promise<OpenRegistration> {
  const before = await matters.open(registration, input.cell, input.matter)
  const { row } = await registrationRow(tx, services, input.cell, input.matter)
  return { before, row, unit, registrar }
}
