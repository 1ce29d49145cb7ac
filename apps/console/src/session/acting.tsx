import type { OfficerSelf, Post } from '@gongqiao/modules/organization/contract.ts'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Api, openApi } from '../kit/api.ts'
import { useLanguage } from '../kit/language.tsx'

/** An act name as a post carries it. */
export type Act =
  | 'membership.confirm'
  | 'membership.return'
  | 'membership.answer_report'
  | 'membership.make_code'
  | 'membership.list_roll'
  | 'membership.view_member'
  | 'membership.window'
  | 'membership.retain'
  | 'membership.resume'
  | 'membership.record_death'
  | 'membership.open_deemed'
  | 'membership.open_expulsion'
  | 'membership.correct_name_at_window'
  | 'membership.view_life'
  | 'membership.export_employers'
  | 'membership.agree_standing'
  | 'membership.decline_standing'
  | 'membership.announce_resignation'
  | 'membership.mend_ways'
  | 'membership.declare_deemed'
  | 'membership.give_opinion'
  | 'membership.decide_expulsion'
  | 'membership.drop_expulsion'
  | 'membership.file_expulsion'
  | 'membership.close_life'
  | 'membership.route_application'
  | 'membership.merge_records'
  | 'membership.undo_merge'
  | 'membership.list_duplicates'
  | 'membership.view_catch_all'
  | 'membership.open_catch_all'
  | 'membership.close_catch_all'
  | 'membership.propose_federation'
  | 'organization.hand_over_post'
  | 'organization.list_invitations'
  | 'organization.view_tree'
  | 'organization.view_committee'
  | 'organization.view_changes'
  | 'organization.propose_change'
  | 'organization.view_coverage'
  | 'elections.list_elections'
  | 'elections.plan'
  | 'organization.run_founding'
  | 'organization.decide_founding'
  | 'organization.view_registration'
  | 'organization.apply_registration'
  | 'organization.grant_registration'
  | 'organization.export_foundings'
  | 'organization.export_certificates'
  | 'insight.view_figures'
  | 'kernel.work_queue'
  | 'kernel.view_clock'
  | 'kernel.take_step'
  | 'kernel.count_queue'
  | 'kernel.view_imports'
  | 'kernel.list_exports'
  | 'membership.export_roll'
  | 'membership.export_roll_unmasked'
  | 'membership.export_queue'
  | 'membership.export_codes'
  | 'membership.list_transfers'
  | 'membership.export_transfers'
  | 'membership.transfer_at_window'
  | 'membership.invite_member'
  | 'organization.export_units'
  | 'organization.export_posts'
  | 'organization.export_employers'
  | 'insight.export_figures'
  | 'rights.handle_ask'
  | 'rights.window_ask'
  | 'rights.view_figures'
  | 'elections.view_parameters'
  | 'rights.export_figures'

/** Who acts, as which post, and the server spoken to as that post. */
export type Acting = {
  readonly self: OfficerSelf
  readonly post: Post
  readonly api: Api
  /** Tells whether the post carries an act; screens leave out what it does not. */
  readonly may: (act: Act) => boolean
}

const ActingContext = createContext<Acting | null>(null)

/** Gives the screens below the post they act as. */
export function ActingProvider({ self, post, children }: { self: OfficerSelf; post: Post; children: ReactNode }) {
  const language = useLanguage()
  const acting = useMemo<Acting>(
    () => ({ self, post, api: openApi(language, post.id), may: (act) => post.acts.includes(act) }),
    [self, post, language],
  )
  return <ActingContext value={acting}>{children}</ActingContext>
}

export function useActing(): Acting {
  const acting = useContext(ActingContext)
  if (acting === null) throw new Error('no post above this screen')
  return acting
}

/** The server without a post: before sign-in. */
export function usePlainApi(): Api {
  const language = useLanguage()
  return useMemo(() => openApi(language, null), [language])
}
