import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { everythingAnew } from './queries.ts'

type AskDialogProps = {
  title: string
  path: string
  body: object
  action: string
  busy: string
  /** Tells what is missing before anything is sent; undefined when nothing is. */
  check?: () => string | undefined
  onClose: () => void
  children: ReactNode
}

/** Says what an act of mine brings about, then asks; a repeat of the same words is the same act. */
export function AskDialog({ title, path, body, action, busy, check, onClose, children }: AskDialogProps) {
  const k = useSpeak(kitTexts)
  const [keys] = useState(() => new Map<string, string>())
  const [missing, setMissing] = useState<string>()
  const words = JSON.stringify(body)
  const asking = useMutation({
    mutationFn: () => {
      const key = keys.get(words) ?? newId()
      keys.set(words, key)
      return post<unknown>(path, body, key)
    },
    onSuccess: async () => {
      await everythingAnew()
      onClose()
    },
  })
  function go() {
    const fault = check?.()
    setMissing(fault)
    if (fault === undefined && !asking.isPending) asking.mutate()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {missing === undefined ? null : (
        <p className="fault" role="alert">
          {missing}
        </p>
      )}
      <Trouble fault={asking.error} />
      <div className="stack acts">
        <Button busy={asking.isPending} onClick={go}>
          {asking.isPending ? busy : action}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
