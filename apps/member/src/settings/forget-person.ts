import { forget } from './storage.ts'

/** Takes everything about a person off this phone; language and type size stay. */
export function forgetPerson(): void {
  for (const slot of ['join', 'mend']) {
    forget('lasting', `draft.${slot}`)
    forget('session', `number.${slot}`)
    forget('session', `key.${slot}`)
  }
  for (const purpose of ['join', 'sign-in', 'alert']) forget('session', `sent.${purpose}`)
  forget('session', 'outcome')
  forget('lasting', 'known')
}
