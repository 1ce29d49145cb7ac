import type { RollView } from '@gongqiao/modules/membership/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Checkbox, Input, Modal } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { changeRollView, saveRollView } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

/** A view to rename, or what a new one would keep. */
export type ViewDraft =
  | { readonly view: RollView; readonly draft?: undefined }
  | { readonly draft: Pick<RollView, 'wish' | 'columns'>; readonly view?: undefined }

/** Names a view of the roll. */
export function RollViewDialog({
  what: { view, draft },
  close,
  onDone,
}: {
  what: ViewDraft
  close: () => void
  onDone: () => Promise<unknown>
}) {
  const say = useMembershipSay()
  const kit = useKitSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const key = useFormKey()
  const form = useId()
  const [name, setName] = useState(view?.name ?? '')
  const [opensFirst, setFirst] = useState(view?.opensFirst ?? false)
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: () => {
      const named = { name: name.trim(), opensFirst }
      return view
        ? changeRollView(api, { ...view, ...named }, key.now())
        : saveRollView(api, { wish: draft?.wish ?? {}, columns: draft?.columns ?? [], ...named }, key.now())
    },
    async onSuccess() {
      message.success(say('views.saved', { name: name.trim() }))
      close()
      await onDone()
    },
    onError: key.refused,
  })
  const nameless = name.trim() === '' ? say('views.need.name') : null
  const fault = faultsOf(save.error).get('/name') ?? (tried ? nameless : null)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (nameless === null) save.mutate()
  }

  return (
    <Modal
      open
      title={say(view ? 'views.rename.title' : 'views.save.title')}
      okText={say('views.save.go')}
      cancelText={kit('cancel')}
      okButtonProps={{ htmlType: 'submit', form }}
      onCancel={close}
      confirmLoading={save.isPending}
    >
      <form id={form} onSubmit={submit} onChange={key.edited} noValidate>
        <Field id="view-name" label={say('views.name')} fault={fault}>
          <Input
            {...boundTo('view-name', fault)}
            value={name}
            maxLength={30}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Checkbox checked={opensFirst} onChange={(event) => setFirst(event.target.checked)}>
          {say('views.first.words')}
        </Checkbox>
      </form>
      {save.isError && fault === null ? <FailureNotice failure={save.error} quiet /> : null}
    </Modal>
  )
}
