import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Input, Modal, Radio } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { faultsOf, problemOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { hasSteppedUp, StepUpFields, useStepUp } from '../session/step-up-fields.tsx'
import { type ExportKind, type ExportWish, exportsQuery, startExport } from './queries.ts'
import { useExportsSay } from './texts/index.ts'
import './exports.css'

const shortestReason = 4
const formats = ['xlsx', 'csv'] as const

/** Asks how a list shall leave; with whole numbers also what for, and once more who one is. */
export function ExportDialog({
  kind,
  filter,
  close,
}: {
  kind: ExportKind
  filter: ExportWish['filter']
  close: () => void
}) {
  const say = useExportsSay()
  const kit = useKitSay()
  const { api, may } = useActing()
  const client = useQueryClient()
  const router = useRouter()
  const { notification } = App.useApp()
  const key = useFormKey()
  const form = useId()
  const proof = useStepUp()
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [unmasked, setUnmasked] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const start = useMutation({
    async mutationFn() {
      if (unmasked && !hasSteppedUp(client)) await proof.prove()
      const wish = { filter, format, ...(unmasked && { unmasked, reason: reason.trim() }) }
      return startExport(api, kind, wish, key.now())
    },
    async onSuccess() {
      const shown = 'export-started'
      notification.success({
        key: shown,
        title: say('started'),
        description: (
          // The notice stands outside the router's own tree.
          <a
            href={router.buildLocation({ to: '/exports' }).href}
            onClick={(event) => {
              event.preventDefault()
              notification.destroy(shown)
              void router.navigate({ to: '/exports' })
            }}
          >
            {say('follow')}
          </a>
        ),
        placement: 'bottomRight',
      })
      close()
      await client.invalidateQueries({ queryKey: exportsQuery(api).queryKey })
    },
    onError(failure) {
      key.refused()
      if (problemOf(failure)?.code === 'kernel.step_up_first') proof.forget()
    },
  })
  const noReason = unmasked && [...reason.trim()].length < shortestReason ? say('reason.need') : null
  const shownFault = faultsOf(start.error).get('/reason') ?? (tried ? noReason : null)
  const asksProof = unmasked && !hasSteppedUp(client)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (noReason === null && (!asksProof || proof.ready)) start.mutate()
  }

  return (
    <Modal
      open
      title={say('dialog.title', { what: say(`what.${kind}`) })}
      okText={say('go')}
      cancelText={kit('cancel')}
      okButtonProps={{ htmlType: 'submit', form }}
      onCancel={close}
      confirmLoading={start.isPending}
    >
      <form id={form} onSubmit={submit} noValidate onChange={key.edited} className="export-form">
        <p>
          {say('scope')} {kind === 'membership.roll' || kind === 'membership.queue' ? say('scope.people') : null}
        </p>
        <Field id="export-format" label={say('format')} group>
          <Radio.Group
            value={format}
            options={formats.map((value) => ({ value, label: say(`format.${value}`) }))}
            onChange={({ target }) => setFormat(target.value === 'csv' ? 'csv' : 'xlsx')}
          />
        </Field>
        {kind === 'membership.roll' && may('membership.export_roll_unmasked') ? (
          <Field id="export-numbers" label={say('numbers')} group>
            <Radio.Group
              value={unmasked}
              options={[
                { value: false, label: say('numbers.masked') },
                { value: true, label: say('numbers.unmasked') },
              ]}
              onChange={({ target }) => setUnmasked(target.value === true)}
            />
          </Field>
        ) : null}
        {unmasked ? (
          <Field id="export-reason" label={say('reason')} why={say('reason.why')} fault={shownFault}>
            <Input.TextArea
              {...boundTo('export-reason', shownFault)}
              value={reason}
              maxLength={200}
              autoSize={{ minRows: 2, maxRows: 4 }}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        ) : null}
        {asksProof ? (
          <fieldset className="export-proof">
            <legend>{say('prove')}</legend>
            <p className="soft">{say('prove.why')}</p>
            <StepUpFields proof={proof} tried={tried} />
          </fieldset>
        ) : null}
        {start.isError && shownFault === null ? <FailureNotice failure={start.error} quiet /> : null}
      </form>
    </Modal>
  )
}
