import type { MyConfidence } from '@gongqiao/modules/membership/contract.ts'
import { useState } from 'react'
import { Button } from '../kit/button.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { AskDialog } from './ask-dialog.tsx'
import { lifeTexts } from './texts/index.ts'

/** Whether my employer's union knows of me 保密会员; I alone tell it, and I can take it back. */
export function ConfidenceSection({ confidence }: { confidence: MyConfidence }) {
  const t = useSpeak(lifeTexts)
  const [asking, setAsking] = useState<'disclose' | 'hide'>()
  const { confidential, holder, employer, acts, cell, membership } = confidence
  if (!confidential && acts.length === 0) return null
  const names = { holder: holder.name, employer: employer?.name ?? '' }
  const at = `/api/me/records/${cell}/${membership}`
  const close = () => setAsking(undefined)
  return (
    <section>
      <h2>{t('known')}</h2>
      <p>
        <strong>{t(confidential ? 'hidden' : 'open')}</strong>
      </p>
      <p className="soft">{t(confidential ? 'hiddenWhy' : 'openWhy', names)}</p>
      <div className="stack acts">
        {acts.map((act) => (
          <Button key={act} kind="plain" onClick={() => setAsking(act)}>
            {t(act)}
          </Button>
        ))}
      </div>
      {asking === 'disclose' ? (
        <AskDialog
          title={t('discloseTitle')}
          path={`${at}/disclosure`}
          body={{}}
          action={t('discloseSend')}
          busy={t('disclosing')}
          onClose={close}
        >
          <p>{t('discloseWhat', names)}</p>
        </AskDialog>
      ) : null}
      {asking === 'hide' ? (
        <AskDialog
          title={t('hideTitle')}
          path={`${at}/hiding`}
          body={{}}
          action={t('hideSend')}
          busy={t('hiding')}
          onClose={close}
        >
          <p>{t('hideWhat', names)}</p>
        </AskDialog>
      ) : null}
    </section>
  )
}
