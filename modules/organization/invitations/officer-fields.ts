import { checkName } from '@gongqiao/codes'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import { checkedPhone } from '@gongqiao/modules/people/index.ts'
import type { OfficerRole, UnitLevel } from '../contract.ts'
import { isMail } from './mask-mail.ts'

/** Whom an invitation is for, as typed. */
export type TypedOfficer = {
  readonly name: string
  readonly phone?: string | undefined
  readonly mail?: string | undefined
}

/** Whom an invitation is for, in the one spelling that is kept. */
export type CheckedOfficer = { readonly name: string; readonly phone: string | null; readonly mail: string | null }

/** Checks whom an invitation is for: every fault at once, with a pointer to its field. */
export function checkOfficer(typed: TypedOfficer): { officer: CheckedOfficer } | { faults: Fault[] } {
  const faults: Fault[] = []
  const name = checkName(typed.name)
  if (!name.ok) for (const { code } of name.faults) faults.push({ field: '/name', code: `people.name.${code}` })
  const phone = typed.phone === undefined || typed.phone.trim() === '' ? null : checkedPhone(typed.phone)
  if (phone !== null && 'faults' in phone) faults.push(...phone.faults)
  const mail = typed.mail === undefined || typed.mail.trim() === '' ? null : typed.mail.trim()
  if (mail !== null && !isMail(mail)) faults.push({ field: '/mail', code: 'organization.mail.form' })
  if (faults.length > 0 || !name.ok) return { faults }
  return { officer: { name: name.value, phone: phone !== null && 'phone' in phone ? phone.phone : null, mail } }
}

/** The role that runs a union of a level: its members' roll at the grassroots, the unions below above that. */
export function roleOfLevel(level: UnitLevel): OfficerRole {
  return level === 'grassroots' || level === 'village' ? 'grassroots_officer' : 'upper_officer'
}

/** A union has officers of its own level's role, and statisticians. */
export function roleFits(role: OfficerRole, level: UnitLevel): boolean {
  return role === 'statistician' || role === roleOfLevel(level)
}
