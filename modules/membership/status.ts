import { type Static, Type } from 'typebox'

/** As what somebody stands on the roll 会籍状态; the ways to have left are one here. */
export const MembershipStatus = Type.Enum(['provisional', 'listed', 'active', 'retained', 'ended'])
export type MembershipStatus = Static<typeof MembershipStatus>
