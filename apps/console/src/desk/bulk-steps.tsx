import type { KindStep, QueueRow } from '@gongqiao/kernel/matter/contract.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { faultsOf, kindOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { type BulkEnd, type BulkProgress, resultKey, runBulk } from '../matters/bulk.ts'
import { BulkResults, BulkRunning } from '../matters/bulk-results.tsx'
import { type MatterKey, matterWord } from '../matters/keys.ts'
import { useKindWords } from '../matters/kind.ts'
import { takeSteps } from '../matters/queries.ts'
import { isMissing, nothingSaid, SaidFields, saidOf, useMissing } from '../matters/said-fields.tsx'
import { useMattersSay } from '../matters/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { useSessionOver } from '../session/session-over-context.tsx'

/**
 * Takes one step of several matters, saying what it asks for once, in portions, with a bar, a count and a cancel.
 *
 * At the end every row says what became of it; `close` gives back the rows that are still to be done.
 */
export function BulkSteps({
  rows,
  step,
  close,
}: {
  /** All of one kind. */
  rows: readonly QueueRow[]
  step: KindStep
  close: (left: string[]) => void
}) {
  const say = useMattersSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const over = useSessionOver()
  const missingOf = useMissing()
  const words = useKindWords(rows[0]?.kind ?? '')
  const [saying, setSaying] = useState(nothingSaid)
  const [tried, setTried] = useState(false)
  const [progress, setProgress] = useState<BulkProgress | null>(null)
  const [end, setEnd] = useState<BulkEnd | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const [stopping, setStopping] = useState(false)
  const cancelled = useRef(false)
  const keys = useRef(new Map<string, string>())
  const missing = missingOf(saying, step)
  const running = progress !== null && end === null
  const name = words.word(`step.${step.step}`)
  const left = () => rows.filter((row) => !end?.results.get(resultKey(row))?.done).map(matterWord)

  async function run() {
    setTried(true)
    if (isMissing(missing)) return
    const said = saidOf(saying, step.form)
    const todo = rows.filter((row) => !end?.results.has(resultKey(row)))
    cancelled.current = false
    setStopping(false)
    setRefused(null)
    setEnd(null)
    setProgress({ total: todo.length, answered: 0, results: new Map() })
    const send = (portion: readonly MatterKey[]) => {
      const items = portion.map(({ cell, matter }) => ({ cell, matter }))
      return takeSteps(api, items, step.step, said, keyOf(keys.current, JSON.stringify([items, said])))
    }
    const after = await runBulk(todo, send, setProgress, () => cancelled.current)
    if (kindOf(after.failure) === 'session_over') over.tell(true)
    // What was filled in is wrong for all of them: nothing was done, and the fields say why.
    if (faultsOf(after.failure).size > 0) {
      setProgress(null)
      return setRefused(after.failure)
    }
    const results = new Map([...(end?.results ?? []), ...after.results])
    setEnd({ ...after, results, answered: results.size, total: rows.length })
    await Promise.all(
      (['queue', 'matter'] as const).map((what) =>
        client.invalidateQueries({ queryKey: [api.post, api.language, what] }),
      ),
    )
  }

  if (end) {
    const unsent = rows.length - end.answered
    return (
      <Modal
        open
        title={say('bulk.title', { count: rows.length, step: name })}
        onCancel={() => close(left())}
        footer={[
          unsent > 0 ? (
            <Button key="again" onClick={() => void run()}>
              {say('bulk.again', { count: unsent })}
            </Button>
          ) : null,
          <Button key="close" type="primary" onClick={() => close(left())}>
            {kit('close')}
          </Button>,
        ]}
      >
        <BulkResults
          rows={rows}
          end={end}
          done={{ count: (count) => say('bulk.done', { count }), list: say('bulk.done.list') }}
        />
      </Modal>
    )
  }
  const next = words.maybe(`next.${step.to}`)
  return (
    <Modal
      open
      title={say('bulk.title', { count: rows.length, step: name })}
      okText={say('bulk.go', { count: rows.length, step: name })}
      cancelText={kit('cancel')}
      onOk={() => void run()}
      onCancel={() => {
        if (!running) return close(left())
        cancelled.current = true
        setStopping(true)
      }}
      confirmLoading={running}
      mask={{ closable: false }}
      closable={!running}
    >
      {progress ? (
        <BulkRunning progress={progress} stopping={stopping} />
      ) : (
        <>
          <p className="soft">{say('bulk.once')}</p>
          <SaidFields
            wanted={step}
            words={words}
            saying={saying}
            missing={tried ? missing : null}
            refused={faultsOf(refused)}
            onChange={(changed) => {
              setRefused(null)
              setSaying(changed)
            }}
          />
          <div className="follows">
            <p>{say('follows')}</p>
            <ul>
              <li>{say('follow.state', { state: words.word(`state.${step.to}`) })}</li>
              {next === undefined ? null : <li>{next}</li>}
              <li>{say('bulk.follow')}</li>
              {step.basis === null ? null : <li>{say('follow.basis', { basis: step.basis })}</li>}
            </ul>
          </div>
          {refused === null ? null : <FailureNotice failure={refused} quiet />}
        </>
      )}
    </Modal>
  )
}

/** One key for one portion with the same words, however often it is sent. */
function keyOf(kept: Map<string, string>, portion: string): string {
  const key = kept.get(portion) ?? newId()
  kept.set(portion, key)
  return key
}
