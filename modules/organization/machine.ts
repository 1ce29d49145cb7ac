export { type ChangeKind, changeKinds, unitChange } from './life/unit-change.ts'
export {
  type Engagement,
  engagements,
  type Seat,
  type SeatEnd,
  seatEnds,
  seats,
  type Tie,
  ties,
} from './officers/seats.ts'
export { termEnd, vacancy } from './terms/term-end.ts'
/**
 * 令牌权限范围: what a program may be trusted with, in parcels a person can judge. A token has the acts of its scopes that
 * its post has too; what is dangerous (handing over posts, phones, tokens, opening what is sealed) stands in none.
 */
export const tokenScopes = {
  'figures.read': ['organization.view_tree', 'insight.view_figures'],
  'tree.read': ['organization.view_tree'],
  'roll.read': ['organization.view_tree', 'membership.list_roll', 'membership.search_people', 'membership.view_member'],
  'queue.read': ['kernel.work_queue', 'membership.view_application', 'membership.view_report'],
  'applications.decide': ['membership.confirm', 'membership.return'],
  'codes.manage': ['membership.make_code', 'membership.list_codes', 'membership.revoke_code'],
  'window.enter': ['membership.window', 'kernel.keep_file'],
} as const satisfies { readonly [scope: string]: readonly string[] }

export type TokenScope = keyof typeof tokenScopes
export const tokenScopeNames = Object.keys(tokenScopes).map(asScope)

/** The acts of some scopes; a scope nobody knows any more gives none. */
export function actsOfScopes(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(tokenScopeNames.filter((name) => scopes.includes(name)).flatMap((name) => tokenScopes[name]))
}

/** Safe because it is asked about names of the table only. */
function asScope(name: string): TokenScope {
  return name as TokenScope
}

export {
  coversMany,
  type FoundingForm,
  type FoundingPaperKind,
  type FoundingReason,
  founding,
  foundingForms,
  foundingPapers,
  foundingReasons,
  foundingWay,
  type ResultReason,
  resultReasons,
} from './founding/machine.ts'
export {
  affiliations,
  employerNatures,
  type RegistrationReason,
  type RegistrationWish,
  registration,
  registrationChanges,
  returnReasons,
} from './registration/machine.ts'
