import { matter } from '@gongqiao/kernel/shared/matter.ts'

/** What a registrar finds wanting in an application. */
export const returnReasons = ['form', 'materials', 'representative', 'term', 'funds', 'premises', 'other'] as const
export type RegistrationReason = (typeof returnReasons)[number]

/**
 * 工会法人资格登记: being registered as a legal person, renewing, changing, cancelling. Free of charge.
 *
 * @see rulebook 1.4, ORG-30 to ORG-38; 基层工会法人登记管理办法
 */
export const registration = matter({
  name: 'organization.registration',
  initial: 'submitted',
  states: {
    submitted: {
      clock: 'ORG-REG',
      steps: {
        grant: { to: 'granted', who: 'officer', basis: 'ORG-31' },
        return: { to: 'returned', who: 'officer', reasons: returnReasons },
        withdraw: { to: 'withdrawn', who: 'officer' },
      },
    },
    returned: {
      clock: 'ORG-REG-MEND',
      steps: {
        resubmit: { to: 'submitted', who: 'officer' },
        withdraw: { to: 'withdrawn', who: 'officer' },
      },
    },
    granted: { steps: {} },
    withdrawn: { steps: {} },
  },
})

/** What is applied for. */
export const registrationWishes = ['first', 'renewal', 'change', 'cancellation'] as const
export type RegistrationWish = (typeof registrationWishes)[number]

/** What of a registered union has changed. @see ORG-37 */
export const registrationChanges = ['name', 'representative', 'address', 'term'] as const
export type RegistrationChange = (typeof registrationChanges)[number]

/** Whose union it is, which says who registers it. @see ORG-35 */
export const affiliations = [
  'local',
  'railway',
  'finance',
  'civil_aviation',
  'central_beijing',
  'central_elsewhere',
] as const
export type Affiliation = (typeof affiliations)[number]

/** Nature of the employer 单位性质, as the form asks. */
export const employerNatures = ['enterprise', 'institution', 'organ', 'social_organization', 'other'] as const
export type EmployerNature = (typeof employerNatures)[number]
