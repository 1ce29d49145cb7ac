import type { Invitation } from '@gongqiao/modules/membership/contract.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { Choices } from '../kit/choices.tsx'
import { Fault, Why } from '../kit/field.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
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
}: QuestionProps & {
  invitation: Pick<Invitation, 'notice' | 'sensitiveConsent'> &
    Partial<Pick<Invitation, 'canHide' | 'occupations' | 'upper'>>
}) {
  const t = useSpeak(joinTexts)
  const k = useSpeak(kitTexts)
  const { language } = usePreferences()
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
      {invitation.canHide ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={draft.confidential}
            onChange={(event) => onAnswer({ confidential: event.currentTarget.checked })}
          />
          <span>
            {t('confidential')}
            <br />
            <span className="small soft">{t('confidentialWhy', { upper: invitation.upper?.name ?? '' })}</span>
          </span>
        </label>
      ) : null}
      {invitation.occupations !== undefined && invitation.occupations.length > 0 ? (
        <>
          <p className="label">{t('occupation')}</p>
          <Choices
            name="occupation"
            legend={t('occupation')}
            value={draft.occupation}
            onValue={(occupation) => onAnswer({ occupation })}
            choices={invitation.occupations.map((value) => ({ value, label: nameOf(language, 'occupation', value) }))}
          />
          <p className="small soft">{t('occupationWhy')}</p>
        </>
      ) : null}
      <Fault id="consent">{fault}</Fault>
    </>
  )
}
