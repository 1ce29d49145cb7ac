import type { OwnAsk } from '@gongqiao/modules/organization/contract.ts'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useLock } from '../kit/use-lock.ts'
import { useSpeak } from '../settings/preferences.ts'
import { unionAskTexts } from './texts/index.ts'

/** Takes a request back in two steps; what was said is deleted at once. */
export function WithdrawAsk({ ask, path, onDone }: { ask: OwnAsk; path: string; onDone: (after: OwnAsk) => void }) {
  const t = useSpeak(unionAskTexts)
  const lock = useLock()
  const [sure, setSure] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  if (ask.withdrawn || ask.dueOn === null) return null
  if (!sure)
    return (
      <Button kind="quiet" onClick={() => setSure(true)}>
        {t('withdraw')}
      </Button>
    )
  return (
    <>
      <p className="why">{t('withdrawWhy')}</p>
      <Button
        kind="plain"
        onClick={() =>
          void lock(async () => {
            try {
              onDone(await post<OwnAsk>(path))
            } catch (error) {
              setFault(error)
            }
          })
        }
      >
        {t('withdrawYes')}
      </Button>
      <Trouble fault={fault} />
    </>
  )
}
