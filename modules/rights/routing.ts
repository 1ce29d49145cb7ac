import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Place } from '@gongqiao/kernel/shared/place.ts'
import { holderOf } from '@gongqiao/modules/membership/index.ts'
import { findOpenUnit, type OpenUnit } from '@gongqiao/modules/organization/index.ts'

/** Unions of a place, whom anybody may ask; a union of an employer is asked by its own members alone. */
export const placeLevels = ['nation', 'province', 'prefecture', 'county', 'township', 'village', 'industry'] as const

/** The place of a union. */
export const placeOf = (unit: OpenUnit): Place => ({ cell: unit.cell_id, path: unit.path })

/** A union of a place by its id. Refuses the field `unit` for any other. */
export async function unionOfPlace(tx: Tx, id: string): Promise<OpenUnit> {
  const unit = await findOpenUnit(tx, id)
  if (!unit || !placeLevels.some((level) => level === unit.level)) {
    throw new Refusal('kernel.invalid_input', { faults: [{ field: '/unit', code: 'rights.unit_not_a_place' }] })
  }
  return refuseClosed(unit)
}

function refuseClosed(unit: OpenUnit): OpenUnit {
  if (unit.state !== 'active') throw new Refusal('rights.unit_closing')
  return unit
}

/** The union one level up; at the top the top itself. */
export async function unionAbove(tx: Tx, unit: OpenUnit): Promise<OpenUnit> {
  const upper = unit.parent_id === null ? undefined : await findOpenUnit(tx, unit.parent_id)
  return upper ?? unit
}

/** What of an ask decides where it goes. */
export type Direction = { readonly unit?: string; readonly confidential?: boolean }

/**
 * Where a signed-in person's ask goes: to the union of the place they chose, to the union that holds them, or, where that
 * one must not see it, to the one above. A union that is closing hands on to the one above it.
 *
 * Refuses `rights.no_union_to_ask` for somebody whom no union holds and who chose no place.
 *
 * @see rulebook 8.1: what is about the employer does not reach the employer's unit against the asker's will
 */
export async function unionAsked(tx: Tx, at: Place, person: string, direction: Direction): Promise<OpenUnit> {
  if (direction.unit !== undefined) return unionOfPlace(tx, direction.unit)
  const holder = await holderOf(tx, at.cell, person)
  const own = holder === undefined ? undefined : await findOpenUnit(tx, holder)
  if (!own) throw new Refusal('rights.no_union_to_ask')
  if (direction.confidential === true || own.state !== 'active') return unionAbove(tx, own)
  return own
}
