import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MyRecord } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { faultsOf, post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { describedBy, Fault, Why } from '../kit/field.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { claimTexts } from './texts/index.ts'

type CorrectNameProps = { path: string; name: string; onDone: (after: MyRecord) => void; onClose: () => void }

/** Corrects the name on one's own record. */
export function CorrectName({ path, name, onDone, onClose }: CorrectNameProps) {
  const t = useSpeak(claimTexts)
  const k = useSpeak(kitTexts)
  const [typed, setTyped] = useState(name)
  const saving = useMutation({
    mutationFn: () => post<MyRecord>(path, { name: typed }, newId()),
    onSuccess: onDone,
  })
  const told = faultsOf(saving.error).find(({ field }) => field === '/name')?.text
  return (
    <Dialog title={t('nameTitle')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!saving.isPending) saving.mutate()
        }}
      >
        <Why id="name">{t('nameWhy')}</Why>
        <input
          id="name"
          className="input"
          type="text"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="name"
          spellCheck={false}
          maxLength={50}
          aria-label={t('name')}
          aria-describedby={describedBy('name', { why: true, fault: told !== undefined })}
          aria-invalid={told === undefined ? undefined : true}
        />
        <Fault id="name">{told}</Fault>
        <Trouble fault={told === undefined ? saving.error : null} />
        <div className="stack acts">
          <Button type="submit" busy={saving.isPending}>
            {saving.isPending ? t('saving') : t('save')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {k('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
