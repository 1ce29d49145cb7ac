import type { House } from './house.ts'
import type { Neighbours, There } from './neighbours.ts'

/** What an answer amounts to. */
export type Verdict = 'allowed' | 'absent' | 'forbidden' | 'sign_in'

/** Where what is asked about stands, seen from the asker. */
export type Where = 'own' | 'another' | 'subtree' | 'sibling' | 'ancestor' | 'other cell' | 'other province'

/** In which role somebody asks. */
export type Who =
  | 'upper_officer'
  | 'grassroots_officer'
  | 'statistician'
  | 'officer without a post'
  | 'officer as a post of another'
  | 'member'
  | 'ended session'
  | 'nobody'

/** What each role gets at each place. */
export type Rule = { readonly [W in Who]: Verdict | { readonly [P in Where]: Verdict } }

/** What is sent. */
export type Asked = {
  /** By name, for the path and the query string. */
  readonly values?: { readonly [name: string]: string | number }
  readonly query?: { readonly [name: string]: string }
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
}

export type Sent = { readonly status: number; readonly body: string }

/** A route's row: its rule, how it is asked about a place, and what of that place has to be fresh for each who may act. */
export type Row = {
  readonly rule: Rule
  readonly ask?: (there: There, kit: Kit) => Asked | Promise<Asked>
  readonly fresh?: (there: There, kit: Kit) => Promise<There>
  /** Where a 200 may say no for what was asked about. */
  readonly verdict?: (sent: Sent) => Verdict
  /** A refusal for what is asked, and not for who asks it: whoever hears it was let in. */
  readonly lawfulNo?: string
  /** Why its answer may name a union that lies elsewhere; of people there it tells nothing. */
  readonly namesUnits?: string
  /** Why its answer may hold what is somebody's: said once, for the routes made for that. */
  readonly tells?: string
}
export type Kit = { readonly house: House; readonly neighbours: Neighbours }
