import type { Act } from '../session/acting.tsx'

/** The tabs of a union, each with the act a post must carry to be shown it. */
export const unitTabs = [
  { tab: 'figures', to: '/units/$unit/figures', act: 'insight.view_figures' },
  { tab: 'people', to: '/units/$unit/people', act: 'membership.list_roll' },
  { tab: 'codes', to: '/units/$unit/codes', act: 'membership.make_code' },
  { tab: 'window', to: '/units/$unit/window', act: 'membership.window' },
  { tab: 'intake', to: '/units/$unit/intake', act: 'rights.window_ask' },
  { tab: 'asks', to: '/units/$unit/asks', act: 'rights.view_figures' },
  { tab: 'transfers', to: '/units/$unit/transfers', act: 'membership.list_transfers' },
  { tab: 'imports', to: '/units/$unit/imports', act: 'kernel.view_imports' },
  { tab: 'foundings', to: '/units/$unit/foundings', act: 'organization.run_founding' },
  { tab: 'registration', to: '/units/$unit/registration', act: 'organization.view_registration' },
  { tab: 'committee', to: '/units/$unit/committee', act: 'organization.view_committee' },
  { tab: 'elections', to: '/units/$unit/elections', act: 'elections.list_elections' },
  { tab: 'coverage', to: '/units/$unit/coverage', act: 'organization.view_coverage' },
  { tab: 'past', to: '/units/$unit/past', act: 'organization.view_changes' },
  { tab: 'posts', to: '/units/$unit/posts', act: 'organization.view_tree' },
] as const satisfies readonly { tab: string; to: string; act: Act }[]

export type UnitTab = (typeof unitTabs)[number]

/** The tab to show of another union: the one that is open now, else the first the post may see. */
export function tabFor(pathname: string, may: (act: Act) => boolean): UnitTab | null {
  const open = unitTabs.find(({ tab, act }) => may(act) && new RegExp(`^/units/[^/]+/${tab}(/|$)`).test(pathname))
  return open ?? unitTabs.find(({ act }) => may(act)) ?? null
}
