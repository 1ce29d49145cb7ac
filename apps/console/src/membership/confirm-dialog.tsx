import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { decisionFault } from './decision-day.ts'
import { DecisionForm, useLastDecision } from './decision-form.tsx'
import { applicationQuery, confirmApplication } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

/** Confirms one application: asks for the decision day and says what will follow before it asks. @see MEM-11 */
export function ConfirmDialog({ view, close }: { view: ApplicationView; close: () => void }) {
  const say = useMembershipSay()
  const kit = useKitSay()
  const language = useLanguage()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [, keepDecision] = useLastDecision()
  const [day, setDay] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const fault = decisionFault(day, dayOf(Date.now()), [view.submittedAt])
  const confirm = useMutation({
    mutationFn: (decidedOn: string) => confirmApplication(api, view, decidedOn, key.now()),
    onSuccess: async (after, decidedOn) => {
      keepDecision(decidedOn)
      message.success(say('confirm.done', { name: view.name, day: formatDay(decidedOn, language) }))
      client.setQueryData(applicationQuery(api, view).queryKey, after)
      close()
      await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
    },
    onError: key.refused,
  })
  const said = faultsOf(confirm.error).get('/decidedOn')

  function go() {
    setTried(true)
    if (day !== null && fault === null) confirm.mutate(day)
  }

  return (
    <Modal
      open
      title={say('confirm.title', { name: view.name })}
      okText={say('step.confirm')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={confirm.isPending}
    >
      {view.verification === 'matches' ? null : <p className="note">{say(`confirm.${view.verification}`)}</p>}
      <DecisionForm
        value={day}
        onChange={(next) => {
          key.edited()
          setDay(next)
        }}
        openedAt={[view.submittedAt]}
        fault={tried ? fault : null}
        faultText={said}
      />
      <div className="follows">
        <p>{say('follows')}</p>
        <ul>
          <li>{say('confirm.follow.member', { name: view.name })}</li>
          <li>{say('confirm.follow.message')}</li>
          <li>{say('confirm.follow.final')}</li>
        </ul>
      </div>
      {confirm.isError && said === undefined ? <FailureNotice failure={confirm.error} quiet /> : null}
    </Modal>
  )
}
