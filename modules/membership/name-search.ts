import {
  checkIdentityNumber,
  checkPhone,
  fromFifteenDigits,
  identityKinds,
  nameBigrams,
  plainName,
} from '@gongqiao/codes'
import { type Fault, Refusal } from '@gongqiao/kernel/refusal.ts'
import type { Services } from '@gongqiao/kernel/services.ts'
import { identityText } from '@gongqiao/modules/people/index.ts'

/** How the searched characters stand in a name: anywhere, at its beginning, or alone. */
export const nameMatches = ['inside', 'begins', 'whole'] as const
export type NameMatch = (typeof nameMatches)[number]

/** What a text in the search field asks for. A number is a digest from here on: nothing carries it further. */
export type Sought =
  | {
      readonly by: 'name'
      readonly plain: string
      readonly match: NameMatch
      /** What it is found by; `until` where anything that begins with it will do. */
      readonly token: string
      readonly until: string | null
    }
  | { readonly by: 'number'; readonly identities: readonly Buffer[]; readonly phones: readonly Buffer[] }

/**
 * Reads what was typed: with a digit in it a whole identity number or phone, of whatever kind it may be one, else a name
 * or part of one. No name has a digit.
 *
 * Refuses `kernel.invalid_input` for a text that is neither.
 *
 * @see rulebook 8.1 to 8.3, 8.10
 */
export function readSought(services: Services, text: string, match: NameMatch, today: string): Sought {
  if (/\p{Nd}/u.test(text)) return readNumber(services, text, today)
  const plain = plainName(text)
  const [token] = nameBigrams(text)
  if (token === undefined) throw unreadable('membership.search_no_name')
  // Every character of a name begins a token, so that one alone is found by all that begin with it.
  const until = [...plain].length === 1 ? `${token}\u{10ffff}` : null
  return { by: 'name', plain, match, token, until }
}

/** The digests of an identity number of any kind that it may be; none of a text that is no such number. */
export function identityDigests({ keyring }: Services, text: string, today: string): Buffer[] {
  const spellings = [text, fromFifteenDigits(text.trim())].filter((spelling) => spelling !== undefined)
  return spellings.flatMap((spelling) =>
    identityKinds.flatMap(({ kind }) => {
      const checked = checkIdentityNumber(kind, spelling, { today })
      return checked.ok ? [keyring.digest('identity', identityText(kind, checked.value))] : []
    }),
  )
}

function readNumber(services: Services, text: string, today: string): Sought {
  const { keyring } = services
  const identities = identityDigests(services, text, today)
  const phone = checkPhone(text)
  const phones = phone.ok ? [keyring.digest('phone', phone.value)] : []
  if (identities.length + phones.length === 0) throw unreadable('membership.search_no_number')
  return { by: 'number', identities, phones }
}

function unreadable(code: string): Refusal {
  const fault: Fault = { field: '/text', code }
  return new Refusal('kernel.invalid_input', { faults: [fault] })
}
