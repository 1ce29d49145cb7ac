import { CloseOutlined } from '@ant-design/icons'
import type { ElectionView, NewDelegate } from '@gongqiao/modules/elections/contract.ts'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { Field } from '../kit/field.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { SheetButtons } from './sheet-buttons.tsx'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'

const nobody: NewDelegate = { name: '', sex: 'unknown', constituency: '', manager: false, frontLine: false }

/** The list of delegates as it is written, a row each, and the day they were told. */
export function DelegateEditor({ view, close }: { view: ElectionView; close: () => void }) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const act = useElectionAct(view, 'delegates', close)
  const [toldOn, setToldOn] = useState(view.toldOn)
  const [rows, setRows] = useState<readonly NewDelegate[]>(
    view.delegates.length === 0 ? [nobody] : view.delegates.map(({ id: _id, ...delegate }) => delegate),
  )
  const said = faultsOf(act.error)
  const change = (index: number, next: Partial<NewDelegate>) => {
    act.edited()
    setRows((before) => before.map((row, at) => (at === index ? { ...row, ...next } : row)))
  }
  const filled = rows.filter(({ name }) => name.trim() !== '')

  return (
    <div className="people-editor">
      <SheetButtons view={view} list="delegates" onRead={(read) => setRows(read.delegates)} />
      <Field id="told-on" label={say('delegates.told')} fault={said.get('/toldOn')}>
        <DayField id="told-on" value={toldOn} onChange={setToldOn} />
      </Field>
      {rows.map((row, index) => {
        const fault = said.get(`/delegates/${index}/name`)
        return (
          <div key={index} className="person-row">
            <Input
              aria-label={say('person.name')}
              placeholder={say('person.name')}
              value={row.name}
              maxLength={60}
              {...(fault ? { status: 'error' as const } : {})}
              onChange={(event) => change(index, { name: event.target.value, membership: null })}
            />
            <Select
              aria-label={say('person.sex')}
              value={row.sex}
              onChange={(sex) => change(index, { sex })}
              options={(['female', 'male', 'unknown'] as const).map((value) => ({
                value,
                label: say(`person.${value}`),
              }))}
            />
            <Input
              aria-label={say('person.area')}
              placeholder={say('person.area')}
              value={row.constituency}
              maxLength={60}
              onChange={(event) => change(index, { constituency: event.target.value })}
            />
            <Checkbox checked={row.manager} onChange={(event) => change(index, { manager: event.target.checked })}>
              {say('person.manager')}
            </Checkbox>
            <Checkbox checked={row.frontLine} onChange={(event) => change(index, { frontLine: event.target.checked })}>
              {say('person.front')}
            </Checkbox>
            <Button
              type="text"
              aria-label={say('person.remove', { name: row.name })}
              onClick={() => setRows((before) => before.filter((_, at) => at !== index))}
            >
              <CloseOutlined />
            </Button>
            {fault ? <p className="field-fault">{fault}</p> : null}
          </div>
        )
      })}
      {act.isError && said.size === 0 ? <FailureNotice failure={act.error} quiet /> : null}
      <div className="toolbar">
        <Button onClick={() => setRows((before) => [...before, nobody])}>{say('person.add')}</Button>
        <Button
          type="primary"
          loading={act.isPending}
          onClick={() => {
            setRows(filled)
            act.mutate({ toldOn, delegates: filled.map((row) => ({ ...row, name: row.name.trim() })) })
          }}
        >
          {say('delegates.save')}
        </Button>
        <Button onClick={close}>{kit('cancel')}</Button>
      </div>
    </div>
  )
}
