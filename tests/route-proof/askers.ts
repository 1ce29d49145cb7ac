import type { PostActor } from '../../kernel/command/actor.ts'
import type { RoleName } from '../../modules/organization/index.ts'
import type { House } from '../house.ts'
import { knownToPost, type Neighbours, type Secret, type There } from '../neighbours.ts'
import type { Where, Who } from '../route-row.ts'

/** Somebody who asks, and the places they ask about. */
export type Asker = {
  readonly who: Who
  readonly called: string
  readonly places: { readonly [P in Where]?: There }
  readonly headers: () => Promise<{ readonly [name: string]: string }>
  readonly mayKnow: (secret: Secret) => boolean
}

const nobody: Asker = { who: 'nobody', called: 'nobody', places: {}, headers: async () => ({}), mayKnow: () => false }

/** Plants every place that is asked about, and everybody who asks. */
export async function plantAskers(house: House, neighbours: Neighbours): Promise<Asker[]> {
  const { units } = house
  const nation = await neighbours.plantAt(units.nation)
  const province = await neighbours.plantAt(units.province)
  const city = await neighbours.plantAt(units.city)
  const county = await neighbours.plantAt(units.county)
  const township = await neighbours.plantAt(units.township)
  const siblingTownship = await neighbours.plantAt(units.siblingTownship)
  const shop = await neighbours.plantAt(units.shop)
  const siblingShop = await neighbours.plantAt(units.siblingShop)
  const neighbourShop = await neighbours.plantAt(units.neighbourShop)
  const farShop = await neighbours.plantAt(units.farShop)

  const outside = { 'other cell': neighbourShop, 'other province': farShop } as const
  const ofTownship = { own: township, subtree: shop, sibling: siblingTownship, ancestor: county, ...outside }
  const ofShop = { own: shop, sibling: siblingShop, ancestor: township, ...outside }
  const ofCity = { own: city, subtree: neighbourShop, ancestor: province, 'other province': farShop }
  const twoPlaces = { own: shop, 'other cell': neighbourShop }

  return [
    await asPost('upper_officer', ofTownship),
    await asPost('grassroots_officer', ofTownship),
    await asPost('statistician', ofTownship),
    await asPost('grassroots_officer', ofShop),
    await asPost('upper_officer', ofCity),
    await asPost('statistician', ofCity),
    await asPost('upper_officer', { own: nation, subtree: farShop }),
    await withoutPost('officer without a post', twoPlaces),
    await withoutPost('officer as a post of another', twoPlaces, shop.officer),
    // Each request of a member is made by somebody who has just applied, so that nothing of theirs is done already.
    { ...nobody, who: 'member', called: 'a member', places: { ...ofShop, another: shop } },
    { ...nobody, who: 'ended session', places: twoPlaces, headers: () => endedSessions(shop) },
    { ...nobody, places: twoPlaces },
  ]

  async function asPost(role: RoleName, places: Asker['places']): Promise<Asker> {
    const { own } = places
    if (!own) throw new Error('a post stands somewhere')
    const officer = await neighbours.officerAt(own.unit, role)
    const { account, post } = officer
    const officerToken = await neighbours.tokenOf(officer)
    const officerExport = await neighbours.exportOf(officer)
    const officerView = await neighbours.viewOf(officer)
    const officerMessage = await neighbours.messageTo(own.unit.cell, account)
    return {
      who: role,
      called: `${role} of ${own.unit.name}`,
      places: { ...places, own: { ...own, officerMessage, officerToken, officerExport, officerView } },
      headers: async () => ({ cookie: await neighbours.sessionOf(account), 'x-post': post.id }),
      mayKnow: knownToPost(post),
    }
  }

  /** An officer of a far union who names no post, or one that somebody else holds. */
  async function withoutPost(who: Who, places: Asker['places'], of?: PostActor): Promise<Asker> {
    const { account, post } = await neighbours.officerAt(units.farShop, 'upper_officer')
    const named = of && { 'x-post': of.post.id }
    const headers = async () => ({ cookie: await neighbours.sessionOf(account), ...named })
    return { who, called: who, places, headers, mayKnow: knownToPost(post) }
  }

  async function endedSessions(there: There) {
    const { open } = await neighbours.withNewcomer(there)
    await house.rows('update people.session set ended_at = $1 where account_id = $2', [
      house.now(),
      open.who.actor.account,
    ])
    const officer = await neighbours.sessionOf(there.officer.account, '2026-03-01')
    return { cookie: `${officer}; ${open.who.cookie}`, 'x-post': there.officer.post.id }
  }
}
