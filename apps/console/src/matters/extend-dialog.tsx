import type { MatterExtension, MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useMattersSay } from './texts/index.ts'
import { useAct } from './use-act.ts'

const longest = 1_000
const shortest = 4

/** Takes more time for a matter, within what its rule allows: how long and why, which the person is told. @see T-16 */
export function ExtendDialog({
  view,
  extension,
  close,
}: {
  view: MatterView
  extension: MatterExtension
  close: () => void
}) {
  const say = useMattersSay()
  const kit = useKitSay()
  const amount = useAmount(extension.unit)
  const [length, setLength] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct({ cell: view.cell, matter: view.id }, () => say('act.done', { act: say('act.extend') }), close)
  const { most, used, approver } = extension
  const left = most - used
  const wrong = {
    length: length === null || !Number.isInteger(length) || length < 1 || length > left,
    reason: [...reason.trim()].length < shortest,
  }
  const fault = {
    length: tried && wrong.length ? say('extend.length.need', { left }) : null,
    reason: tried && wrong.reason ? say('extend.reason.need') : null,
  }

  function go() {
    setTried(true)
    if (length === null || wrong.length || wrong.reason) return
    act.mutate({ act: 'extension', length, reason: reason.trim() })
  }

  return (
    <Modal
      open
      title={say('act.extend')}
      okText={say('act.extend')}
      cancelText={kit('cancel')}
      onOk={go}
      onCancel={close}
      confirmLoading={act.isPending}
    >
      {view.due === null ? null : <p className="soft">{view.due.words}</p>}
      <p>
        {used === 0
          ? say('extend.words', { most: amount(most), left: amount(left) })
          : say('extend.words.used', { most: amount(most), used: amount(used), left: amount(left) })}{' '}
        {approver === null ? null : say('extend.approver', { who: approver })}
      </p>
      <Field
        id="extend-length"
        label={say('extend.length', { unit: say(`unit.${extension.unit}`) })}
        fault={fault.length}
      >
        <InputNumber
          {...boundTo('extend-length', fault.length)}
          min={1}
          max={left}
          precision={0}
          value={length}
          onChange={(value) => {
            act.edited()
            setLength(value)
          }}
        />
      </Field>
      <Field id="extend-reason" label={say('extend.reason')} why={say('extend.reason.why')} fault={fault.reason}>
        <Input.TextArea
          {...boundTo('extend-reason', fault.reason)}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={longest}
          value={reason}
          onChange={(event) => {
            act.edited()
            setReason(event.target.value)
          }}
        />
      </Field>
      <div className="follows">
        <p>{say('follows')}</p>
        <ul>
          <li>{say('extend.follow.day')}</li>
          <li>{say('extend.follow.once')}</li>
        </ul>
      </div>
      {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
    </Modal>
  )
}

/** Speaks of so many of the unit of a rule. */
export function useAmount(unit: MatterExtension['unit']): (count: number) => string {
  const say = useMattersSay()
  return (count) => say(`amount.${unit}`, { count })
}
