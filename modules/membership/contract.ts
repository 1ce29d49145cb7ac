export {
  MyMatter,
  MyMatterList,
  QueueCounts,
  QueuePage,
  QueueRow,
} from '@gongqiao/kernel/matter/contract.ts'
export type { CatchAll } from './catch-all/contract.ts'
export type { EmployerFigures, MyConfidence } from './confidential/contract.ts'
export { AlertKey, IdentityAlert, IdentityAlertList, ReportKey, ReportView } from './contract/alerts.ts'
export {
  Claim,
  ClaimKey,
  ClaimList,
  ClaimOutcome,
  ClaimProof,
  ClaimTerms,
  Denial,
  DenialReason,
  MyRecord,
  RosterAnswer,
  RosterDifference,
  Taking,
} from './contract/claiming.ts'
export {
  ApplicationKey,
  ApplicationView,
  BulkConfirmation,
  BulkResult,
  Confirmation,
  Return,
} from './contract/deciding.ts'
export {
  Card,
  CardCheck,
  Invitation,
  JoiningCode,
  JoiningCodeList,
  JoinOutcome,
  Submission,
  WindowApplication,
} from './contract/joining.ts'
export {
  MemberView,
  PastRollPage,
  PastRollRow,
  PeoplePage,
  type PeopleStand,
  peopleStands,
  RollPage,
  RollRow,
} from './contract/roll.ts'
export { NewRollView, RollColumns, RollView, RollViewList, RollWish } from './contract/roll-views.ts'
export type { DuplicateList, MergeList, MergePreview, MergeView, Side } from './duplicates/contract.ts'
export type { LifeMatter, LifeView, MyLife } from './life/contract.ts'
export type { NamedPeople, OwnPeoplePage } from './life-of-units/contract.ts'
export { MembershipStatus } from './status.ts'
export type {
  IncomingView,
  InvitedPage,
  InvitedView,
  TransferCallList,
  TransferPage,
  TransferTerms,
  TransferView,
  UnionHits,
} from './transfer/contract.ts'
