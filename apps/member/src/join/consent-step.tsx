import type { Invitation } from '@gongqiao/modules/membership/contract.ts'
import { Fault, Why } from '../kit/field.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { useSpeak } from '../settings/preferences.ts'
import type { QuestionProps } from './question.tsx'
import { joinTexts } from './texts/index.ts'

/**
 * The notice and, apart from it, the consent for the identity number; neither is ticked beforehand.
 *
 * @see PI-03, PI-04, PI-09
 */
export function ConsentStep({
  draft,
  fault,
  onAnswer,
  invitation,
}: QuestionProps & { invitation: Pick<Invitation, 'notice' | 'sensitiveConsent'> }) {
  const t = useSpeak(joinTexts)
  const k = useSpeak(kitTexts)
  const { notice, sensitiveConsent } = invitation
  return (
    <>
      <Why id="consent">{t('consentWhy')}</Why>
      <details className="paper">
        <summary>{k('pair', { term: t('noticeRead'), text: notice.title })}</summary>
        <div className="paper-text">
          {notice.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </details>
      <label className="tick">
        <input
          type="checkbox"
          checked={draft.agreedNotice}
          onChange={(event) => onAnswer({ agreedNotice: event.currentTarget.checked })}
        />
        <span>{t('noticeAgree', { title: notice.title, version: notice.version })}</span>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={draft.agreedSensitive}
          onChange={(event) => onAnswer({ agreedSensitive: event.currentTarget.checked })}
        />
        <span>{sensitiveConsent}</span>
      </label>
      <Fault id="consent">{fault}</Fault>
    </>
  )
}
