import type { Act } from '../session/acting.tsx'

/** The tabs of a union by group, each with the act a post must carry to be shown it. */
export const unitTabs = [
  { group: 'figures', tab: 'figures', to: '/units/$unit/figures', act: 'insight.view_figures' },
  { group: 'people', tab: 'people', to: '/units/$unit/people', act: 'membership.list_roll' },
  { group: 'people', tab: 'codes', to: '/units/$unit/codes', act: 'membership.make_code' },
  { group: 'people', tab: 'transfers', to: '/units/$unit/transfers', act: 'membership.list_transfers' },
  { group: 'people', tab: 'imports', to: '/units/$unit/imports', act: 'kernel.view_imports' },
  { group: 'help', tab: 'window', to: '/units/$unit/window', act: 'membership.window' },
  { group: 'help', tab: 'intake', to: '/units/$unit/intake', act: 'rights.window_ask' },
  { group: 'help', tab: 'asks', to: '/units/$unit/asks', act: 'rights.view_figures' },
  { group: 'union', tab: 'committee', to: '/units/$unit/committee', act: 'organization.view_committee' },
  { group: 'union', tab: 'elections', to: '/units/$unit/elections', act: 'elections.list_elections' },
  { group: 'union', tab: 'foundings', to: '/units/$unit/foundings', act: 'organization.run_founding' },
  { group: 'union', tab: 'registration', to: '/units/$unit/registration', act: 'organization.view_registration' },
  { group: 'union', tab: 'coverage', to: '/units/$unit/coverage', act: 'organization.view_coverage' },
  { group: 'union', tab: 'past', to: '/units/$unit/past', act: 'organization.view_changes' },
  { group: 'union', tab: 'posts', to: '/units/$unit/posts', act: 'organization.view_tree' },
] as const satisfies readonly { group: string; tab: string; to: string; act: Act }[]

export type UnitTab = (typeof unitTabs)[number]

/** The groups of tabs in their order: figures; members; people who come for something; the union itself. */
export const tabGroups = ['figures', 'people', 'help', 'union'] as const satisfies readonly UnitTab['group'][]

/** The tab an address stands in, or null. */
export function openTab(pathname: string): UnitTab | null {
  return unitTabs.find(({ tab }) => new RegExp(`/units/[^/]+/${tab}(/|$)`).test(pathname)) ?? null
}

/** The tab to show of another union: the one that is open now, else the first the post may see. */
export function tabFor(pathname: string, may: (act: Act) => boolean): UnitTab | null {
  const open = unitTabs.find(({ tab, act }) => may(act) && new RegExp(`^/units/[^/]+/${tab}(/|$)`).test(pathname))
  return open ?? unitTabs.find(({ act }) => may(act)) ?? null
}
