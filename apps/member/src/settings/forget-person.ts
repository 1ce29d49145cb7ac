import { forgetAnswers } from '../offline/kept-answers.ts'
import { forgetAllIn } from '../offline/phone-store.ts'
import { forget } from './storage.ts'

/** Takes everything about a person off this phone, letters that wait with it; language and type size stay. */
export async function forgetPerson(): Promise<void> {
  for (const slot of ['join', 'mend']) {
    forget('lasting', `draft.${slot}`)
    forget('session', `number.${slot}`)
    forget('session', `key.${slot}`)
  }
  for (const purpose of ['join', 'sign-in', 'alert']) forget('session', `sent.${purpose}`)
  forget('session', 'outcome')
  forget('lasting', 'known')
  await forgetAnswers()
  for (const store of ['letters', 'keys'] as const) await forgetAllIn(store).catch(() => undefined)
}
