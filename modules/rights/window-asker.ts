import { checkIdentityNumber, identityKinds } from '@gongqiao/codes'
import type { Tx } from '@gongqiao/kernel/database/tx.ts'
import { Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { subtreeOf } from '@gongqiao/kernel/shared/place.ts'
import { memberOf } from '@gongqiao/modules/membership/index.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import { identityText } from '@gongqiao/modules/people/index.ts'
import { placeOf } from './routing.ts'

/** A member whom the window has found by the document they showed. */
export type KnownAsker = { readonly person: string; readonly name: string }

const residentLike = /^\d{17}[\dXx]$/

/** What the number of a document is looked for by, of whatever kind it may be; none where it is no number at all. */
export function numbersOf({ keyring }: Pick<Services, 'keyring'>, text: string, today: string): Buffer[] {
  // Eighteen digits are a resident's number, and one that is mistyped is nobody's passport.
  const kinds = identityKinds.filter(({ kind }) => kind === 'resident_card' || !residentLike.test(text.trim()))
  return kinds.flatMap(({ kind }) => {
    const checked = checkIdentityNumber(kind, text, { today })
    return checked.ok ? [keyring.digest('identity', identityText(kind, checked.value))] : []
  })
}

/** Somebody whom the window chose from the roll. */
export type ChosenAsker = KnownAsker & {
  /** They have an account of their own, and find the ask among theirs. */
  readonly ownAccount: boolean
}

/**
 * Whoever the window chose from the roll of a union and below it, in the open scope. Refuses the field `person` for anybody
 * else, be they held elsewhere or nowhere.
 */
export async function chosenAsker(tx: Tx, unit: OpenUnit, person: string): Promise<ChosenAsker> {
  const place = placeOf(unit)
  const { pathLo, pathHi } = subtreeOf(place)
  const found = await tx.maybe<ChosenAsker>(
    `select id as person, name, account_id is not null as "ownAccount" from people.open_person
     where cell_id = $1 and id = $2 and path >= $3 and path < $4 and gone_on is null`,
    [place.cell, person, pathLo, pathHi],
  )
  if (!found) throw new Refusal('kernel.invalid_input', { faults: [{ field: '/person', code: 'kernel.field_choice' }] })
  return { ...found, ownAccount: found.ownAccount && (await memberOf(tx, place.cell, person)) !== undefined }
}

/**
 * The member of a union or below it whose document was shown, in the open scope: somebody with an account of their own, who
 * will find the ask among theirs. Whoever is held elsewhere, above for confidentiality too, is not found, and nobody hears
 * that they are somewhere.
 */
export async function knownAsker(tx: Tx, unit: OpenUnit, numbers: readonly Buffer[]): Promise<KnownAsker | undefined> {
  const place = placeOf(unit)
  const { pathLo, pathHi } = subtreeOf(place)
  const found = await tx.maybe<KnownAsker>(
    `select id as person, name from people.open_person
     where cell_id = $1 and identity_digest = any($2::bytea[]) and path >= $3 and path < $4 and gone_on is null
       and account_id is not null order by id limit 1`,
    [place.cell, numbers, pathLo, pathHi],
  )
  return found && (await memberOf(tx, place.cell, found.person)) ? found : undefined
}
