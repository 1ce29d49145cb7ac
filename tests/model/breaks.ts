import { openHouse } from '../house.ts'
import { checkModel, type Report } from './check.ts'

/*
 * The model itself on trial: in each database one rule of the product is broken on purpose, and the model has to say so, with
 * the seed and the order that show it.
 */
/** A mistake that a change of the product could make. */
export type Break = {
  /** What is forgotten. */
  readonly forgets: string
  readonly statements: string
  /** What the model says of it. */
  readonly says: RegExp
}

/** A trigger that answers each change of a table with something else. */
const instead = (table: string, when: string, change: string) => `
  create function public.planted() returns trigger language plpgsql as $$ begin ${change} return new; end $$;
  create trigger planted before update on ${table} for each row when (${when}) execute function public.planted();`

/** Rules broken on purpose, each by a trigger that no migration knows. */
export const breaks: readonly Break[] = [
  {
    forgets: 'a move to another cell does not end the membership it comes from',
    statements: instead(
      'membership.membership',
      'old.went_to_id is null and new.went_to_id is not null',
      'new.status := old.status; new.ended_on := null;',
    ),
    says: /has 2 memberships at this moment/,
  },
  {
    forgets: 'a move inside the cell leaves the member where they were',
    statements: instead(
      'membership.membership',
      'new.unit_id <> old.unit_id',
      'new.unit_id := old.unit_id; new.path := old.path;',
    ),
    says: /membership\.|insight\./,
  },
  {
    forgets: 'whoever leaves stays on their way to another union',
    statements: instead(
      'membership.transfer',
      'new.ended_at is not null and new.goes_on_id is null',
      'new.ended_at := null;',
    ),
    says: /transfer \S+ is (ended|withdrawn|declined|refused) here/,
  },
  {
    forgets: 'an open matter has nobody who has it',
    statements: instead('kernel.matter', `new.kind = 'membership.transfer'`, 'new.owner_post_id := null;'),
    says: /without owner or clock/,
  },
]

/** The seed that finds each of them. */
export const seed = 20_260_302

/** Plays the model over a database of its own in which something is forgotten; one run only, where it says which. */
export async function played({ statements }: Break, path?: string): Promise<Report> {
  const house = await openHouse()
  house.moveTo('2026-03-02T09:00:00+08:00')
  await house.rows(statements)
  return checkModel(house, { runs: path === undefined ? 60 : 1, seed, path })
}
