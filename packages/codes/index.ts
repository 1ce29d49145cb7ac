export type { Checked, Fault, Language } from './checked.ts'
export { ageOn, isCivilDay } from './civil-date.ts'
export { checkPhone, type PhoneChecked, type PhoneFaultCode, type PhonePlace } from './contact/check-phone.ts'
export {
  type DocumentNumber,
  isBankAccount,
  isBankRoutingNumber,
  isPostcode,
  readDocumentNumber,
} from './contact/other-numbers.ts'
export {
  type CreditChecked,
  type CreditFaultCode,
  type CreditFound,
  type CreditWarning,
  checkCreditCode,
} from './credit/check-credit-code.ts'
export {
  creditAlphabet,
  creditCheckCharacter,
  subjectCheckCharacter,
  withCreditCheckCharacter,
} from './credit/credit-alphabet.ts'
export { makeCreditCode } from './credit/make-credit-code.ts'
export { type Registrar, registrars } from './credit/registrars.ts'
export {
  cellRangeOf,
  type DivisionKind,
  type DivisionLevel,
  divisionKind,
  divisionLevel,
  isDivisionCode,
  provinceOf,
} from './division/division.ts'
export { type Province, provinces } from './division/provinces.ts'
export { readStatisticalDivision, type StatisticalDivision, urbanRuralClasses } from './division/statistical.ts'
export {
  checkIdentityNumber,
  type IdentityChecked,
  type IdentityContext,
  type IdentityFaultCode,
  type IdentityFound,
  type IdentityWarning,
} from './identity/check-identity-number.ts'
export {
  fromFifteenDigits,
  identityCheckCharacter,
  makeIdentityNumber,
  withIdentityCheckCharacter,
} from './identity/identity-check-character.ts'
export {
  holdsBirthAndSex,
  type IdentityKind,
  type IdentityKindRow,
  identityKind,
  identityKindOfCode,
  identityKinds,
} from './identity/identity-kinds.ts'
export { maskIdentityNumber, maskName, maskPhone } from './mask.ts'
export { checkName, longestName, type NameChecked, type NameFaultCode } from './name/check-name.ts'
export { nameBigrams, plainName } from './name/name-bigrams.ts'
export { normaliseName } from './name/normalise-name.ts'
export { surnameOf } from './name/surnames.ts'
export { isShortCode, makeShortCode, plainShortCode, shortCodeAlphabet, shortCodeLength } from './short-code.ts'
export { type CodeOf, type CodeRow, type CodeTable, codeTable } from './tables/code-table.ts'
export { type EducationCode, type EducationGroup, educationGroup, educations } from './tables/educations.ts'
export { type EthnicityCode, ethnicities } from './tables/ethnicities.ts'
export { type IndustrySection, industrySectionOf, industrySections, isIndustryCode } from './tables/industries.ts'
export { type MaritalStatusCode, maritalStatuses } from './tables/marital-statuses.ts'
export { isOccupationCode, type OccupationMajorClass, occupationMajorClasses } from './tables/occupations.ts'
export { type PoliticalStatusCode, politicalStatuses, readPoliticalStatus } from './tables/political-statuses.ts'
export { type SexCode, sexes } from './tables/sexes.ts'
export { narrow, tidyCode, tidyHyphenated } from './tidy.ts'
export { wordsFor } from './words.ts'
