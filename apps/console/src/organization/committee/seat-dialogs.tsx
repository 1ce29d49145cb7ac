import type { Officer } from '@gongqiao/modules/organization/contract.ts'
import { type SeatEnd, seatEnds } from '@gongqiao/modules/organization/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Modal, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../../kit/day-field.tsx'
import { faultsOf } from '../../kit/failure.ts'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { Field } from '../../kit/field.tsx'
import { useFormKey } from '../../kit/form-key.ts'
import { useKitSay } from '../../kit/texts/index.ts'
import { useActing } from '../../session/acting.tsx'
import { appointOfficer, endSeat } from './queries.ts'
import { isFilled, nobodyYet, type Seating } from './seating.ts'
import { SeatingFields } from './seating-fields.tsx'
import { useCommitteeSay } from './texts.ts'
import { ToldFaults } from './told-faults.tsx'

/** What both dialogs do once it is done: say so, close, and read everything again. */
function useDone(close: () => void) {
  const say = useCommitteeSay()
  const client = useQueryClient()
  const { message } = App.useApp()
  return async () => {
    message.success(say('saved'))
    close()
    await client.invalidateQueries()
  }
}

/** Seats somebody beside those in office. */
export function AppointDialog({ unit, close }: { unit: string; close: () => void }) {
  const say = useCommitteeSay()
  const kit = useKitSay()
  const { api } = useActing()
  const key = useFormKey()
  const [from, setFrom] = useState<string | null>(null)
  const [officer, setOfficer] = useState<Seating>(nobodyYet('staff'))
  const [tried, setTried] = useState(false)
  const done = useDone(close)
  const send = useMutation({
    mutationFn: () => appointOfficer(api, unit, from ?? '', { ...officer, name: officer.name.trim() }, key.now()),
    onSuccess: done,
    onError: key.refused,
  })
  const told = faultsOf(send.error)
  const missing = tried ? say('need.all') : undefined
  return (
    <Modal
      open
      title={say('add')}
      okText={say('save')}
      cancelText={kit('cancel')}
      confirmLoading={send.isPending}
      onOk={() => {
        setTried(true)
        if (from !== null && isFilled(officer)) send.mutate()
      }}
      onCancel={close}
    >
      <SeatingFields
        id="appointed"
        value={officer}
        faults={{
          name: told.get('/officer/name') ?? (officer.name.trim() === '' ? missing : undefined),
          seats: told.get('/officer/seats') ?? (officer.seats.length === 0 ? missing : undefined),
        }}
        onChange={(change) => {
          key.edited()
          setOfficer((now) => ({ ...now, ...change }))
        }}
      />
      <Field id="appointed-from" label={say('from')} fault={told.get('/from') ?? (from === null ? missing : null)}>
        <DayField id="appointed-from" value={from} onChange={setFrom} />
      </Field>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <ToldFaults failure={send.error} />
    </Modal>
  )
}

/** Ends somebody's seat, with the day and why. */
export function EndSeatDialog({ cell, officer, close }: { cell: number; officer: Officer; close: () => void }) {
  const say = useCommitteeSay()
  const kit = useKitSay()
  const { api } = useActing()
  const key = useFormKey()
  const [seat, setSeat] = useState(officer.seats[0]?.id ?? '')
  const [on, setOn] = useState<string | null>(null)
  const [because, setBecause] = useState<SeatEnd>('resigned')
  const done = useDone(close)
  const send = useMutation({
    mutationFn: () => endSeat(api, cell, seat, on ?? '', because, key.now()),
    onSuccess: done,
    onError: key.refused,
  })
  return (
    <Modal
      open
      title={say('end.of', { name: officer.name })}
      okText={say('save')}
      cancelText={kit('cancel')}
      confirmLoading={send.isPending}
      okButtonProps={{ disabled: on === null }}
      onOk={() => send.mutate()}
      onCancel={close}
    >
      <Field id="end-seat" label={say('seats')}>
        <Select
          id="end-seat"
          className="wide"
          value={seat}
          onChange={setSeat}
          options={officer.seats.map((one) => ({ value: one.id, label: say(`seat.${one.seat}`) }))}
        />
      </Field>
      <Field id="end-because" label={say('because')} why={because === 'moved' ? say('moved.why') : undefined}>
        <Select
          id="end-because"
          className="wide"
          value={because}
          onChange={setBecause}
          options={seatEnds.map((one) => ({ value: one, label: say(`end.${one}`) }))}
        />
      </Field>
      <Field id="end-on" label={say('on')}>
        <DayField id="end-on" value={on} onChange={setOn} />
      </Field>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
    </Modal>
  )
}
