import { CloseOutlined } from '@ant-design/icons'
import type { ElectionView, NewCandidate } from '@gongqiao/modules/elections/contract.ts'
import { bodies, declarations, type Engagement, engagements } from '@gongqiao/modules/elections/machine.ts'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { CandidateNeeds } from './candidate-needs.tsx'
import { SheetButtons } from './sheet-buttons.tsx'
import { useElectionsSay } from './texts/index.ts'
import { useElectionAct } from './use-act.ts'
import { bodyWord, plainWord } from './words.ts'

/** A row as it is written: how somebody will serve is asked of each, and nothing is chosen for them. */
type Row = Omit<NewCandidate, 'engagement'> & { readonly engagement: Engagement | null }

const nobody: Row = {
  name: '',
  sex: 'unknown',
  bodies: [],
  declared: [],
  frontLine: false,
  modelWorker: false,
  engagement: null,
}

/** The list of candidates as it is written: a row each, with what is declared about them. */
export function CandidateEditor({ view, close }: { view: ElectionView; close: () => void }) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const act = useElectionAct(view, 'candidates', close)
  const elects = bodies.filter((body) => view.contests.some((contest) => contest.body === body))
  const [rows, setRows] = useState<readonly Row[]>(() => {
    const standing = view.candidates.filter((one) => one.bodies.length > 0)
    return standing.length === 0 ? [nobody] : standing.map(({ status: _status, declaredBy: _by, ...row }) => row)
  })
  const [tried, setTried] = useState(false)
  const said = faultsOf(act.error)
  const change = (index: number, next: Partial<Row>) => {
    act.edited()
    setRows((before) => before.map((row, at) => (at === index ? { ...row, ...next } : row)))
  }
  const filled = rows.filter(({ name }) => name.trim() !== '')

  return (
    <div className="people-editor">
      <SheetButtons view={view} list="candidates" onRead={(read) => setRows(read.candidates)} />
      <CandidateNeeds view={view} candidates={filled} />
      <p className="soft">{say('person.declared.why')}</p>
      {rows.map((row, index) => {
        const unsaid = tried && row.name.trim() !== '' && row.engagement === null
        const fault =
          said.get(`/candidates/${index}/name`) ??
          said.get(`/candidates/${index}/bodies`) ??
          (unsaid ? say('person.engagement.need') : null)
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
            <Select
              mode="multiple"
              aria-label={say('person.bodies')}
              placeholder={say('person.bodies')}
              value={[...row.bodies]}
              onChange={(stands) => change(index, { bodies: stands })}
              options={elects.map((value) => ({ value, label: bodyWord(say, value) }))}
            />
            <Select
              mode="multiple"
              aria-label={say('person.declared')}
              placeholder={say('person.declared')}
              value={[...row.declared]}
              onChange={(declared) => change(index, { declared })}
              options={declarations.map((value) => ({ value, label: plainWord(say, `declared.${value}`) }))}
            />
            <Select
              aria-label={say('person.engagement')}
              placeholder={say('person.engagement')}
              value={row.engagement}
              {...(unsaid ? { status: 'error' as const } : {})}
              onChange={(engagement) => change(index, { engagement })}
              options={engagements.map((value) => ({ value, label: say(`engagement.${value}`) }))}
            />
            <Checkbox checked={row.frontLine} onChange={(event) => change(index, { frontLine: event.target.checked })}>
              {say('person.front')}
            </Checkbox>
            <Checkbox
              checked={row.modelWorker}
              onChange={(event) => change(index, { modelWorker: event.target.checked })}
            >
              {say('person.model')}
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
            setTried(true)
            if (filled.some(({ engagement }) => engagement === null)) return
            act.mutate({ candidates: filled.map((row) => ({ ...row, name: row.name.trim() })) })
          }}
        >
          {say('candidates.save')}
        </Button>
        <Button onClick={close}>{kit('cancel')}</Button>
      </div>
    </div>
  )
}
