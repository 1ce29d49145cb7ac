import { formatDay } from '@gongqiao/ui/format.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { DayField } from '../../kit/day-field.tsx'
import { faultsOf } from '../../kit/failure.ts'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { boundTo, Field } from '../../kit/field.tsx'
import { useFormKey } from '../../kit/form-key.ts'
import { useLanguage } from '../../kit/language.tsx'
import { useKitSay } from '../../kit/texts/index.ts'
import { useActing } from '../../session/acting.tsx'
import { askExtension, endCaretaker, extendTerm, refuseExtension } from './queries.ts'
import { useCommitteeSay } from './texts.ts'

/** What may be done about a term. */
export type TermAct = 'ask' | 'extend' | 'refuse' | 'takeover'

/** One act about a term: a day, a reason or a document where it needs them, and what follows. */
export function TermDialog({
  act,
  unit,
  name,
  latest,
  askedUntil,
  close,
}: {
  act: TermAct
  unit: string
  name: string
  latest: string
  askedUntil: string | null
  close: () => void
}) {
  const say = useCommitteeSay()
  const kit = useKitSay()
  const language = useLanguage()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [until, setUntil] = useState<string | null>(askedUntil)
  const [words, setWords] = useState('')
  const send = useMutation<unknown>({
    mutationFn: () => {
      const [day, text] = [until ?? '', words.trim()]
      if (act === 'ask') return askExtension(api, unit, day, text, key.now())
      if (act === 'extend') return extendTerm(api, unit, day, text, key.now())
      return act === 'refuse' ? refuseExtension(api, unit, text, key.now()) : endCaretaker(api, unit, key.now())
    },
    onSuccess: async () => {
      message.success(say('saved'))
      close()
      await client.invalidateQueries()
    },
    onError: key.refused,
  })
  const told = faultsOf(send.error)
  const dated = act === 'ask' || act === 'extend'
  const ready = (!dated || until !== null) && (act === 'takeover' || words.trim() !== '')
  const field = { ask: '/wish', extend: '/document', refuse: '/reason', takeover: '' }[act]
  const label: ReactNode = act === 'ask' ? say('wish') : act === 'extend' ? say('document') : say('reason')
  return (
    <Modal
      open
      title={act === 'takeover' ? say('takeover.ask', { unit: name }) : say(`${act}.go`)}
      okText={say(`${act}.go`)}
      cancelText={kit('cancel')}
      okButtonProps={{ disabled: !ready, danger: act === 'takeover' }}
      confirmLoading={send.isPending}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      {dated ? (
        <Field
          id="term-until"
          label={say('until')}
          why={say('until.why', { day: formatDay(latest, language) })}
          fault={told.get('/until')}
        >
          <DayField
            id="term-until"
            value={until}
            faulty={told.has('/until')}
            onChange={(day) => {
              key.edited()
              setUntil(day)
            }}
          />
        </Field>
      ) : null}
      {act === 'takeover' ? (
        <p className="follows">{say('takeover.follows', { unit: name })}</p>
      ) : (
        <Field id="term-words" label={label} fault={told.get(field)}>
          <Input.TextArea
            {...boundTo('term-words', told.get(field))}
            value={words}
            maxLength={act === 'extend' ? 100 : 500}
            autoSize={{ minRows: act === 'extend' ? 1 : 2 }}
            {...(act === 'ask' ? { placeholder: say('wish.hint') } : {})}
            onChange={(event) => {
              key.edited()
              setWords(event.target.value)
            }}
          />
        </Field>
      )}
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
    </Modal>
  )
}
