import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { QueueRow } from '@gongqiao/modules/membership/contract.ts'
import { dayOf } from '@gongqiao/ui/format.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { kindOf } from '../kit/failure.ts'
import { useKitSay } from '../kit/texts/index.ts'
import { type BulkEnd, type BulkProgress, runBulk } from '../matters/bulk.ts'
import { BulkResults, BulkRunning } from '../matters/bulk-results.tsx'
import { type MatterKey, matterWord } from '../matters/keys.ts'
import { useMattersSay } from '../matters/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { useSessionOver } from '../session/session-over-context.tsx'
import { decisionFault, madeAfter } from './decision-day.ts'
import { DecisionForm, useLastDecision } from './decision-form.tsx'
import { confirmMany } from './queries.ts'
import { useMembershipSay } from './texts/index.ts'

/**
 * Confirms many applications with one decision day, in portions, with a bar, a count and a cancel.
 *
 * At the end every row says what became of it; `close` gives back the rows that are still to be done. @see MEM-11
 */
export function BulkConfirm({ rows, close }: { rows: readonly QueueRow[]; close: (left: string[]) => void }) {
  const say = useMembershipSay()
  const matters = useMattersSay()
  const kit = useKitSay()
  const { api } = useActing()
  const client = useQueryClient()
  const over = useSessionOver()
  const [, keepDecision] = useLastDecision()
  const [day, setDay] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [progress, setProgress] = useState<BulkProgress | null>(null)
  const [end, setEnd] = useState<BulkEnd | null>(null)
  const cancelled = useRef(false)
  const [stopping, setStopping] = useState(false)
  const keys = useRef(new Map<string, string>())
  const openedAt = rows.map((row) => row.openedAt)
  const fault = decisionFault(day, dayOf(Date.now()), openedAt)
  const running = progress !== null && end === null
  const left = rows.map(matterWord).filter((word) => !(end?.results.get(word)?.done ?? false))

  async function run() {
    setTried(true)
    if (day === null || fault !== null) return
    const todo = rows.filter((row) => !(end?.results.has(matterWord(row)) ?? false))
    cancelled.current = false
    setStopping(false)
    keepDecision(day)
    setEnd(null)
    setProgress({ total: todo.length, answered: 0, results: new Map() })
    const send = (portion: readonly MatterKey[]) =>
      confirmMany(
        api,
        portion.map(({ cell, matter }) => ({ cell, matter })),
        day,
        keyOf(keys.current, portion, day),
      )
    const after = await runBulk(todo, send, setProgress, () => cancelled.current)
    if (kindOf(after.failure) === 'session_over') over.tell(true)
    const results = new Map([...(end?.results ?? []), ...after.results])
    setEnd({ ...after, results, answered: results.size, total: rows.length })
    await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
  }

  if (end) {
    return (
      <Modal
        open
        title={say('bulk.title', { count: rows.length })}
        onCancel={() => close(left)}
        footer={[
          end.answered < rows.length ? (
            <Button key="again" onClick={() => void run()}>
              {matters('bulk.again', { count: rows.length - end.answered })}
            </Button>
          ) : null,
          <Button key="close" type="primary" onClick={() => close(left)}>
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
  return (
    <Modal
      open
      title={say('bulk.title', { count: rows.length })}
      okText={say('bulk.go', { count: rows.length })}
      cancelText={kit('cancel')}
      onOk={() => void run()}
      onCancel={() => {
        if (!running) return close(left)
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
          <DecisionForm value={day} onChange={setDay} openedAt={openedAt} fault={tried ? fault : null} />
          <div className="follows">
            <p>{say('follows')}</p>
            <ul>
              <li>
                {say('bulk.follow.members', { count: rows.length - (day === null ? 0 : madeAfter(day, openedAt)) })}
              </li>
              {day !== null && madeAfter(day, openedAt) > 0 ? (
                <li>{say('bulk.follow.late', { count: madeAfter(day, openedAt) })}</li>
              ) : null}
              <li>{say('confirm.follow.message')}</li>
              <li>{say('confirm.follow.final')}</li>
            </ul>
          </div>
        </>
      )}
    </Modal>
  )
}

/** One key for one portion on one day, however often it is sent. */
function keyOf(kept: Map<string, string>, portion: readonly MatterKey[], day: string): string {
  const name = `${day} ${portion.map(matterWord).join(' ')}`
  const key = kept.get(name) ?? newId()
  kept.set(name, key)
  return key
}
