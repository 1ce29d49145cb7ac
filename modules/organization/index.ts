export { aboutUnit } from './about-unit.ts'
export { findActingPost } from './acting-posts.ts'
export { invitationCommands } from './commands/accept-invitation.ts'
export { escalateMatters } from './commands/escalate-matters.ts'
export { handOverPost } from './commands/hand-over-post.ts'
export { organizationDeadlines } from './deadline-rules.ts'
export { employersImport } from './employers-import/kind.ts'
export { closeStopped } from './founding/commands/close-stopped.ts'
export { type OpenFounding, openToRun as openFoundingToRun } from './founding/open.ts'
export { recordFoundingResult } from './founding/record-result.ts'
export { changeUnit } from './founding/unit.ts'
export { organizationInvariants } from './invariants.ts'
export { completeClosing } from './life/commands/complete-closing.ts'
export { peopleOfChange } from './life/people-of-change.ts'
export { loadUnitKeys, unitKeysAreWritten } from './load-unit-keys.ts'
export { loadVillages } from './load-villages.ts'
export { type MatchedBy, type MatchedUnit, matchUnits, type UnitMatch } from './match-units.ts'
export { organizationKinds } from './matter-kinds.ts'
export { pathOnDay } from './next-place.ts'
export { officerSelf } from './officer-self.ts'
export { placeAbove } from './officers/above.ts'
export { type Bar, barsOf, type Seated } from './officers/bars.ts'
export { coversEnterprise } from './officers/enterprise.ts'
export { removeFromSeat } from './officers/remove-from-seat.ts'
export { type NewOfficer, type OfficerRow, officersInOffice, seatOfficers } from './officers/rows.ts'
export type { Engagement, Seat, Tie } from './officers/seats.ts'
export { termOf } from './officers/terms-of.ts'
export { officersImport } from './officers-import/kind.ts'
export {
  asUnit,
  deskOf,
  findGoingOn,
  findOpenUnit,
  type OpenUnit,
  openUnitColumns,
  openUnitsById,
  ownerOf,
  rangeOfUnit,
  takesMembers,
  unitNameOf,
  upperNameOf,
} from './open-unit.ts'
export { readCursor, writeCursor } from './place-cursor.ts'
export { postsOfAccount } from './posts.ts'
export { findOfficerSelf } from './queries/find-officer-self.ts'
export { findUnit } from './queries/find-unit.ts'
export { listChildren } from './queries/list-children.ts'
export { listOfficers } from './queries/list-officers.ts'
export { listPosts } from './queries/list-posts.ts'
export { searchUnits } from './queries/search-units.ts'
export { type Division, readDivisions, readVillages } from './reference/divisions.ts'
export { pathLabel, type Union, unionId, unions, villageUnions } from './reference/unions.ts'
export { organizationRefusals } from './refusals.ts'
export { regionsOfCells } from './regions-of-cells.ts'
export { type RoleName, roles } from './roles.ts'
export { isGrassroots } from './rules.ts'
export { findUnits } from './search.ts'
export { type SeedPost, type SeedUnit, seedPosts, seedUnits } from './seed.ts'
export { type SeedCommittee, type SeedEmployer, seedCommittees, seedEmployers } from './seed-bodies.ts'
export { keepLocalRules } from './shipped-local-rules.ts'
export {
  type CommitteeContext,
  type NewCommittee,
  type RecordedCommittee,
  recordCommittee,
} from './terms/record-committee.ts'
export { beginUnitMatter, deskAbove, endVacancies } from './terms/term-matters.ts'
export { findBearer } from './tokens/bearer.ts'
export { type NewAlias, rememberAliases, settleUnitName } from './unit-aliases.ts'
export { matterUnits } from './units-for-matters.ts'
export { unitsImport } from './units-import/kind.ts'
