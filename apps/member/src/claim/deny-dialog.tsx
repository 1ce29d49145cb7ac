import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { DenialReason } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Choices } from '../kit/choices.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { claimTexts } from './texts/index.ts'

const reasons: readonly DenialReason[] = ['not_me', 'left', 'never_joined']

type DenyDialogProps = { path: string; unit: string; onClose: () => void; onDenied: () => void }

/** Asks what is wrong on a roster, and says what follows before it is sent. */
export function DenyDialog({ path, unit, onClose, onDenied }: DenyDialogProps) {
  const t = useSpeak(claimTexts)
  const k = useSpeak(kitTexts)
  const [key] = useState(newId)
  const [reason, setReason] = useState<DenialReason>('not_me')
  const denying = useMutation({
    mutationFn: () => post(path, { reason }, key),
    onSuccess: async () => {
      onDenied()
      await queryClient.invalidateQueries({ queryKey: ['me'] })
    },
  })
  return (
    <Dialog title={t('denyTitle')} onClose={onClose}>
      <p className="soft">{unit}</p>
      <Choices
        name="reason"
        legend={t('denyTitle')}
        value={reason}
        onValue={setReason}
        choices={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      <p className="small soft">{t('denyWhat')}</p>
      <Trouble fault={denying.error} />
      <div className="stack acts">
        <Button busy={denying.isPending} onClick={() => denying.mutate()}>
          {denying.isPending ? t('denying') : t('denySend')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
