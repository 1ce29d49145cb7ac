import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { deemed, lifeMatters } from '@gongqiao/modules/membership/machine.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { AskDialog } from './ask-dialog.tsx'
import { everythingAnew } from './queries.ts'
import { lifeTexts } from './texts/index.ts'

/** The parts of a matter that its acts need. */
type Matter = { readonly cell: number; readonly id: string; readonly kind: string; readonly steps: readonly string[] }

/** Tells whether a matter changes or ends my membership, so that its acts are here. */
export function isLifeMatter(kind: string): boolean {
  return lifeMatters.some(({ name }) => name === kind)
}

/** What I may do in a matter of my own membership: take it back, or say why. */
export function LifeActs({ matter }: { matter: Matter }) {
  const t = useSpeak(lifeTexts)
  const at = `/api/me/life/${matter.cell}/${matter.id}`
  const [key] = useState(newId)
  const [explaining, setExplaining] = useState(false)
  const [note, setNote] = useState('')
  const withdrawing = useMutation({
    mutationFn: () => post<unknown>(`${at}/withdrawal`, {}, key),
    onSuccess: everythingAnew,
  })
  return (
    <>
      {matter.steps.includes('withdraw') ? (
        <Button kind="plain" busy={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {withdrawing.isPending ? t('withdrawing') : t('withdraw')}
        </Button>
      ) : null}
      <Trouble fault={withdrawing.error} />
      {matter.kind === deemed.name && matter.steps.includes('explain') ? (
        <Button onClick={() => setExplaining(true)}>{t('explain')}</Button>
      ) : null}
      {explaining ? (
        <AskDialog
          title={t('explain')}
          path={`${at}/explanation`}
          body={{ note: note.trim() }}
          action={t('explainSend')}
          busy={t('sending')}
          check={() => (note.trim() === '' ? t('explainNeed') : undefined)}
          onClose={() => setExplaining(false)}
        >
          <p>{t('explainWhy')}</p>
          <label className="label" htmlFor="explanation">
            {t('explainNote')}
          </label>
          <textarea
            id="explanation"
            className="input"
            rows={4}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </AskDialog>
      ) : null}
    </>
  )
}
