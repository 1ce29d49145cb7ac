import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, showMatter } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { sendOrKeep } from '../outbox/outbox.ts'
import { useSpeak } from '../settings/preferences.ts'
import { mattersTexts } from './texts/index.ts'

/** Says what withdrawing an application ends, then asks. */
export function WithdrawDialog({ matter, onClose }: { matter: MyMatter; onClose: () => void }) {
  const t = useSpeak(mattersTexts)
  const k = useSpeak(kitTexts)
  const navigate = useNavigate()
  const [key] = useState(newId)
  const withdrawing = useMutation({
    mutationFn: () =>
      sendOrKeep<MyMatter>({
        kind: 'withdrawal',
        path: `/api/me/applications/${matter.cell}/${matter.id}/withdrawal`,
        cell: matter.cell,
        subject: matter.id,
        unitName: matter.unit.name,
        body: {},
        key,
      }),
    onSuccess: async (sent) => {
      if (sent.kept) {
        onClose()
        return
      }
      queryClient.removeQueries({ queryKey: ['me'], type: 'inactive' }) // a screen that is open would not hear of its own
      showMatter(sent.answer)
      onClose()
      await navigate({ to: '/matters/$cell/$matter', params: { cell: String(matter.cell), matter: matter.id } })
    },
  })
  return (
    <Dialog title={t('withdrawTitle')} onClose={onClose}>
      <p>{t('withdrawWhat')}</p>
      <ul className="plain-list">
        <li>{t('withdrawCard')}</li>
        <li>{t('withdrawUnit', { unit: matter.unit.name })}</li>
        <li>{t('withdrawAgain')}</li>
      </ul>
      <Trouble fault={withdrawing.error} />
      <div className="stack acts">
        <Button busy={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {withdrawing.isPending ? t('withdrawing') : t('withdraw')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
