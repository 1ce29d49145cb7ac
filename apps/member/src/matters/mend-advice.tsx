import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import type { ReturnReason } from '@gongqiao/modules/membership/machine.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Note } from '../kit/note.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { mattersTexts } from './texts/index.ts'

const advice = {
  name_and_number_differ: ['mendDifferent', 'mendNumberAgain'],
  not_working_here: ['mendNotHere'],
  other_unit: ['mendNothing', 'mendOtherUnit'],
  details_missing: ['mendMissing'],
  other: ['mendMissing'],
} as const satisfies { [Reason in ReturnReason]: readonly string[] }

/** Why an application came back and what to do about just that. */
export function MendAdvice({ matter }: { matter: MyMatter }) {
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  const back = [...matter.history].reverse().find((line) => line.to === 'returned')
  const reason = back?.reason ?? 'other'
  const words = isReason(reason) ? advice[reason] : advice.other
  return (
    <Note tone="waits" title={t('returnedTitle')}>
      <p>{t('reason', { reason: nameOf(language, 'reason', reason) })}</p>
      {back?.note ? <p>{t('note', { note: back.note })}</p> : null}
      {words.map((word) => (
        <p key={word}>{t(word)}</p>
      ))}
    </Note>
  )
}

function isReason(text: string): text is ReturnReason {
  return text in advice
}
