import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { DayField } from '../../kit/day-field.tsx'
import { faultsOf } from '../../kit/failure.ts'
import { FailureNotice } from '../../kit/failure-notice.tsx'
import { boundTo, Field } from '../../kit/field.tsx'
import { useFormKey } from '../../kit/form-key.ts'
import { useKitSay } from '../../kit/texts/index.ts'
import { useActing } from '../../session/acting.tsx'
import { recordCommittee } from './queries.ts'
import { isFilled, nobodyYet, type Seating } from './seating.ts'
import { SeatingFields } from './seating-fields.tsx'
import { useCommitteeSay } from './texts.ts'
import { ToldFaults } from './told-faults.tsx'

type Row = { readonly key: number; readonly seating: Seating }

/** Records a committee with its term: whom it is made of, and every rule it breaks at once before anything is kept. */
export function RecordDialog({
  unit,
  years: allowed,
  close,
}: {
  unit: string
  years: readonly number[]
  close: () => void
}) {
  const say = useCommitteeSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const key = useFormKey()
  const [electedOn, setElectedOn] = useState<string | null>(null)
  const [years, setYears] = useState(allowed[0] ?? 5)
  const [document, setDocument] = useState('')
  const [rows, setRows] = useState<readonly Row[]>([
    { key: 1, seating: nobodyYet('chair') },
    { key: 2, seating: nobodyYet('committee_member') },
  ])
  const [tried, setTried] = useState(false)
  const complete = electedOn !== null && rows.every(({ seating }) => isFilled(seating))
  const send = useMutation({
    mutationFn: () =>
      recordCommittee(
        api,
        unit,
        {
          electedOn: electedOn ?? '',
          years,
          ...(document.trim() && { document: document.trim() }),
          officers: rows.map(({ seating }) => ({ ...seating, name: seating.name.trim() })),
        },
        key.now(),
      ),
    onSuccess: async () => {
      message.success(say('saved'))
      close()
      await client.invalidateQueries()
    },
    onError: key.refused,
  })
  const told = faultsOf(send.error)
  const edited =
    <A extends unknown[]>(change: (...values: A) => void) =>
    (...values: A) => {
      key.edited()
      change(...values)
    }
  const missing = say('need.all')

  return (
    <Modal
      open
      width={640}
      title={say('record')}
      okText={say('save')}
      cancelText={kit('cancel')}
      confirmLoading={send.isPending}
      onOk={() => {
        setTried(true)
        if (complete) send.mutate()
      }}
      onCancel={close}
    >
      <Field
        id="elected-on"
        label={say('elected.on')}
        fault={told.get('/electedOn') ?? (tried && electedOn === null ? missing : null)}
      >
        <DayField id="elected-on" value={electedOn} onChange={edited(setElectedOn)} />
      </Field>
      <Field id="term-years" label={say('years')} fault={told.get('/years')} group>
        <Radio.Group
          value={years}
          onChange={(event) => edited(setYears)(event.target.value)}
          options={allowed.map((value) => ({ value, label: say('years.of', { years: value }) }))}
        />
      </Field>
      <Field id="term-document" label={say('document.optional')} fault={told.get('/document')}>
        <Input
          {...boundTo('term-document', told.get('/document'))}
          value={document}
          maxLength={100}
          onChange={(event) => edited(setDocument)(event.target.value)}
        />
      </Field>
      {rows.map(({ key: row, seating }, index) => (
        <fieldset className="seating" key={row}>
          <legend>{say('person', { n: index + 1 })}</legend>
          <SeatingFields
            id={`person-${row}`}
            value={seating}
            faults={{
              name: told.get(`/officers/${index}/name`) ?? (tried && seating.name.trim() === '' ? missing : undefined),
              seats:
                told.get(`/officers/${index}/seats`) ?? (tried && seating.seats.length === 0 ? missing : undefined),
            }}
            onChange={edited((change: Partial<Seating>) =>
              setRows((now) =>
                now.map((one) => (one.key === row ? { ...one, seating: { ...one.seating, ...change } } : one)),
              ),
            )}
          />
          {rows.length > 1 ? (
            <Button size="small" onClick={edited(() => setRows((now) => now.filter((one) => one.key !== row)))}>
              {say('person.remove', { name: seating.name.trim() || say('person', { n: index + 1 }) })}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button
        onClick={edited(() =>
          setRows((now) => [
            ...now,
            { key: Math.max(...now.map((one) => one.key)) + 1, seating: nobodyYet('committee_member') },
          ]),
        )}
      >
        {say('person.add')}
      </Button>
      {send.isError ? <FailureNotice failure={send.error} quiet /> : null}
      <ToldFaults failure={send.error} />
    </Modal>
  )
}
