import { extendsClock, keepsClock, readsClock } from '@gongqiao/kernel/clock/acts.ts'
import { handlesMatters } from '@gongqiao/kernel/matter/acts.ts'
import { handlesAsks, handlesRetaliation } from './ask-acts.ts'
import { decidesElections, electsInUnion, keepsElectionParameters, readsElectionParameters } from './election-acts.ts'
import { decidesFoundings, foundsUnions } from './founding/acts.ts'
import { decidesOverUnions, livesUnions } from './life/acts.ts'

const everyOfficer = [
  'organization.view_tree',
  'insight.view_figures',
  'kernel.work_queue',
  'kernel.count_queue',
  'kernel.read_messages',
  'organization.make_token',
  'kernel.start_export',
  'kernel.list_exports',
  'kernel.download_export',
  'kernel.cancel_export',
  'organization.export_units',
  'insight.export_figures',
  ...readsClock,
  ...readsElectionParameters,
] as const
const handlesMembers = [
  ...handlesMatters,
  'membership.list_roll',
  'membership.search_people',
  'membership.list_views',
  'membership.save_view',
  'membership.delete_view',
  'membership.view_member',
  'membership.view_application',
  'membership.confirm',
  'membership.return',
  'membership.make_code',
  'membership.list_codes',
  'membership.revoke_code',
  'membership.window',
  'membership.change_phone',
  'membership.correct_number',
  'membership.view_report',
  'membership.answer_report',
  'membership.export_roll',
  'membership.export_roll_unmasked',
  'membership.export_queue',
  'membership.export_codes',
  'organization.export_posts',
  'kernel.keep_file',
  'kernel.export_record',
  'membership.import',
] as const
/** The life of a membership: retained, ended, corrected, routed. */
const livesMembers = [
  'membership.view_life',
  'membership.view_life_matter',
  'membership.retain',
  'membership.resume',
  'membership.record_death',
  'membership.correct_name_at_window',
  'membership.open_deemed',
  'membership.mend_ways',
  'membership.declare_deemed',
  'membership.open_expulsion',
  'membership.give_opinion',
  'membership.decide_expulsion',
  'membership.drop_expulsion',
  'membership.file_expulsion',
  'membership.agree_standing',
  'membership.decline_standing',
  'membership.announce_resignation',
  'membership.close_life',
  'membership.route_application',
  'membership.list_duplicates',
  'membership.preview_merge',
  'membership.merge_records',
  'membership.undo_merge',
  'membership.list_merges',
  'membership.call_workers',
  'membership.count_by_employer',
  'membership.export_employers',
  'membership.view_catch_all',
  'membership.open_catch_all',
  'membership.close_catch_all',
  'membership.propose_federation',
] as const
/** Transfers, from both sides and from above. */
const movesMembers = [
  'membership.list_transfers',
  'membership.export_transfers',
  'membership.list_invited',
  'membership.view_transfer',
  'membership.view_incoming',
  'membership.let_transfer_go',
  'membership.object_to_transfer',
  'membership.drop_objection',
  'membership.decide_transfer',
  'membership.accept_transfer',
  'membership.decline_transfer',
  'membership.transfer_at_window',
  'membership.invite_member',
] as const
/** The engine of imports; which sheets a post may import says the act of each kind. */
const importsSheets = [
  'kernel.list_import_kinds',
  'kernel.draw_import_template',
  'kernel.upload_import',
  'kernel.view_imports',
  'kernel.map_import',
  'kernel.settle_import',
  'kernel.run_import',
  'kernel.cancel_import',
  'kernel.undo_import',
  'kernel.decide_leaving',
  'kernel.draw_error_file',
  'kernel.begin_check',
  'kernel.check_import',
  'kernel.close_check',
  'kernel.recheck_import',
  'kernel.apply_import',
  'kernel.undo_rows',
] as const
const runsUnits = [
  'organization.list_posts',
  'organization.hand_over_post',
  'organization.invite_officer',
  'organization.renew_invitation',
  'organization.revoke_invitation',
  'organization.print_invitations',
  'organization.list_invitations',
  'organization.import_units',
  'organization.import_officers',
] as const

/** 角色: a named set of acts. A grant is an account in a post, and a post has one role at one union. */
export const roles = {
  /** 基层工会干部: runs the roll of their own union. */
  grassroots_officer: [
    ...everyOfficer,
    ...extendsClock,
    ...handlesMembers,
    ...livesMembers,
    ...movesMembers,
    ...importsSheets,
    ...livesUnions,
    ...electsInUnion,
    ...foundsUnions,
    ...handlesAsks,
    'organization.list_posts',
  ],
  /** 上级工会干部: decides for unions without an officer, takes over what is late, looks after the posts below. */
  upper_officer: [
    ...everyOfficer,
    ...extendsClock,
    ...handlesMembers,
    ...livesMembers,
    ...movesMembers,
    ...importsSheets,
    ...livesUnions,
    ...decidesOverUnions,
    ...electsInUnion,
    ...decidesElections,
    ...handlesAsks,
    ...handlesRetaliation,
    ...foundsUnions,
    ...decidesFoundings,
    ...runsUnits,
    ...keepsClock,
    ...keepsElectionParameters,
  ],
  /** 统计员: aggregate figures only (rulebook 0.4 STAT). */
  statistician: ['organization.view_tree', 'insight.view_figures', 'rights.view_figures', 'organization.make_token'],
} as const satisfies { readonly [role: string]: readonly string[] }

export type RoleName = keyof typeof roles

/** The acts of a role; a role nobody knows may do nothing. */
export function actsOf(role: string): ReadonlySet<string> {
  return Object.hasOwn(roles, role) ? new Set<string>(roles[asRole(role)]) : new Set()
}

/** Safe because the caller has just asked whether the table has it. */
function asRole(role: string): RoleName {
  return role as RoleName
}
