export { sendPhoneCode } from './commands/send-phone-code.ts'
export { enterMany, type NewPerson } from './enter-many.ts'
export { type Inbox, inboxOf } from './inbox-of.ts'
export {
  type AccountKey,
  accountOfPhone,
  closeRecord,
  contactAsItStands,
  giveContactBack,
  type KeptContact,
  letNumberGo,
  loosePhone,
  mendPersonName,
  placePerson,
} from './leaving.ts'
export {
  type ListedAsItStood,
  type ListedChange,
  listedAsTheyStand,
  mendListed,
  restoreListed,
  takeBackListed,
} from './listed.ts'
export { enterFromCell, leaveForCell, placeRecords, recordsToMove } from './move-records.ts'
export { type OpenNumbers, openNumbers } from './open-numbers.ts'
export { matterPeople } from './people-for-matters.ts'
export { keepPhoneCode } from './phone-codes.ts'
export { phoneTexts } from './phone-texts.ts'
export {
  adoptPerson,
  agreeAgain,
  bindAccount,
  changeNumber,
  claimIdentities,
  enterAgain,
  givePhone,
  leaveCell,
  mendPerson,
  openRecord,
  phoneIsFree,
  proveOwnPhone,
  textPerson,
} from './records.ts'
export { peopleRefusals } from './refusals.ts'
export {
  type CheckedPerson,
  checkedPhone,
  checkPerson,
  identityText,
  personFaults,
  phoneFaults,
  type TypedPerson,
  youngestAge,
} from './rules.ts'
export {
  cellOfToken,
  endedSession,
  memberCookie,
  newSession,
  openSession,
  phoneCodeRefusal,
  takePhoneCode,
  whoseSession,
} from './sign-in.ts'
