import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { TransferView } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { transferQuery } from './queries.ts'
import { transferTexts } from './texts/index.ts'

/** Says what taking a transfer back means, then asks. */
export function WithdrawTransfer({ view, onClose }: { view: TransferView; onClose: () => void }) {
  const t = useSpeak(transferTexts)
  const k = useSpeak(kitTexts)
  const [key] = useState(newId)
  const { cell, matter, from } = view
  const withdrawing = useMutation({
    mutationFn: () => post<TransferView>(`/api/me/transfers/${cell}/${matter}/withdrawal`, {}, key),
    onSuccess: async (after) => {
      queryClient.setQueryData(transferQuery(cell, matter).queryKey, after)
      onClose()
      await queryClient.invalidateQueries({ queryKey: ['me', 'matters'] })
    },
  })
  return (
    <Dialog title={t('withdrawTitle')} onClose={onClose}>
      <p>{t('withdrawWhat', { from: from.name })}</p>
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
