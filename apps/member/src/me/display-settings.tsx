import { languages } from '@gongqiao/kernel/shared/texts.ts'
import { word } from '@gongqiao/ui/texts/index.ts'
import { Choices } from '../kit/choices.tsx'
import { prefer, usePreferences, useSpeak } from '../settings/preferences.ts'
import { meTexts } from './texts/index.ts'

/** Language and type size 长辈版 of this phone. */
export function DisplaySettings() {
  const t = useSpeak(meTexts)
  const { language, large } = usePreferences()
  return (
    <section>
      <h2>{t('settings')}</h2>
      <div className="pair">
        <div>
          <p className="label">{t('type')}</p>
          <Choices
            name="type"
            legend={t('type')}
            value={large ? 'large' : 'plain'}
            onValue={(value) => prefer({ large: value === 'large' })}
            choices={[
              { value: 'plain', label: t('typePlain') },
              { value: 'large', label: t('typeLarge') },
            ]}
          />
        </div>
        <div>
          <p className="label">{t('language')}</p>
          <Choices
            name="language"
            legend={t('language')}
            value={language}
            onValue={(value) => prefer({ language: value })}
            choices={languages.map((one) => ({ value: one, label: word(language)(`language.${one}`) }))}
          />
        </div>
      </div>
    </section>
  )
}
