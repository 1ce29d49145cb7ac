import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { showMatter } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { sendOrKeep } from '../outbox/outbox.ts'
import { useSpeak } from '../settings/preferences.ts'
import { mattersTexts } from './texts/index.ts'

/** What I may say of my own report 不是我: that it is settled, which nobody else can say, or that it is not. */
export function ReportActs({ matter }: { matter: MyMatter }) {
  const t = useSpeak(mattersTexts)
  const [asking, setAsking] = useState(false)
  const settling = useOwnStep(matter, 'settlement')
  return (
    <>
      {matter.steps.includes('settle') ? (
        <Button busy={settling.isPending} onClick={() => settling.mutate({})}>
          {settling.isPending ? t('settling') : t('settle')}
        </Button>
      ) : null}
      {matter.steps.includes('reopen') ? (
        <Button kind="plain" onClick={() => setAsking(true)}>
          {t('reopen')}
        </Button>
      ) : null}
      <Trouble fault={settling.error} onRetry={() => settling.mutate({})} />
      {asking ? <ReopenDialog matter={matter} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function ReopenDialog({ matter, onClose }: { matter: MyMatter; onClose: () => void }) {
  const t = useSpeak(mattersTexts)
  const k = useSpeak(kitTexts)
  const [note, setNote] = useState('')
  const reopening = useOwnStep(matter, 'reopening')
  const words = note.trim()
  return (
    <Dialog title={t('reopenTitle')} onClose={onClose}>
      <p>{t('reopenWhy')}</p>
      <label className="label" htmlFor="reopen-note">
        {t('reopenNote')}
      </label>
      <textarea
        id="reopen-note"
        className="input"
        rows={4}
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Trouble fault={reopening.error} />
      <div className="stack acts">
        <Button
          busy={reopening.isPending}
          onClick={() => reopening.mutate(words === '' ? {} : { note: words }, { onSuccess: onClose })}
        >
          {reopening.isPending ? t('reopening') : t('reopenSend')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

/** One step of the person in their own report; a repeat of the same words is the same step. */
function useOwnStep(matter: MyMatter, step: 'settlement' | 'reopening') {
  const [keys] = useState(() => new Map<string, string>())
  return useMutation({
    mutationFn: (body: { note?: string }) => {
      const key = keys.get(body.note ?? '') ?? newId()
      keys.set(body.note ?? '', key)
      return sendOrKeep<MyMatter>({
        kind: step,
        path: `/api/me/reports/${matter.cell}/${matter.id}/${step}`,
        cell: matter.cell,
        subject: matter.id,
        unitName: matter.unit.name,
        body,
        key,
      })
    },
    onSuccess: (sent) => {
      if (sent.kept) return
      showMatter(sent.answer)
    },
  })
}
