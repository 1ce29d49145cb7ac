import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { ListEnd, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { decideLeaving, rowsQuery } from './queries.ts'
import { rowsStand } from './row-filters.ts'
import { Shown } from './row-table.tsx'
import { useImportsSay } from './texts/index.ts'
import { useImportStep } from './use-step.ts'

const decidedAtOnce = 500

/** Those who are no longer in the sheet: proposed for leaving, decided one by one, never removed by the import. */
export function GonePanel({ view }: { view: ImportView }) {
  const say = useImportsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [asking, setAsking] = useState(false)
  const gone = useInfiniteQuery({
    ...rowsQuery(api, view, { verdict: 'gone' }, rowsStand(view)),
    placeholderData: keepPreviousData,
  })
  const leave = useImportStep(view, (of, numbers: number[], once) => decideLeaving(api, of, numbers, once))
  const items = gone.data?.pages.flatMap((page) => page.items) ?? []
  const open = items.filter(({ outcome }) => outcome === null)
  const chosen = open.filter(({ number }) => ticked.has(number)).slice(0, decidedAtOnce)
  const count = formatNumber(chosen.length)

  function tick(number: number, on: boolean) {
    const next = new Set(ticked)
    if (on) next.add(number)
    else next.delete(number)
    setTicked(next)
  }

  return (
    <section className="import-box" aria-labelledby="import-gone">
      <h3 id="import-gone">
        {say('leave.title')} <span className="soft figures">{formatNumber(view.counts.gone)}</span>
      </h3>
      <p className="soft">{say('leave.words')}</p>
      {gone.isError ? <FailureNotice failure={gone.error} retry={() => void gone.refetch()} quiet /> : null}
      {gone.isPending ? <Loading what={say('rows.loading')} rows={3} /> : null}
      {open.length > 1 ? (
        <Checkbox
          checked={chosen.length === open.length}
          indeterminate={chosen.length > 0 && chosen.length < open.length}
          onChange={({ target }) => setTicked(new Set(target.checked ? open.map(({ number }) => number) : []))}
        >
          {say('leave.all')}
        </Checkbox>
      ) : null}
      <ul className="import-gone">
        {items.map((row) => (
          <li key={row.number}>
            {row.outcome === null ? (
              <Checkbox checked={ticked.has(row.number)} onChange={({ target }) => tick(row.number, target.checked)}>
                <Shown row={row} />
              </Checkbox>
            ) : (
              <>
                <Shown row={row} />{' '}
                <Tag tone={row.outcome === 'asked' ? 'amber' : 'plain'}>
                  {say(row.outcome === 'applied' ? 'leave.done' : `row.${row.outcome}`)}
                </Tag>
              </>
            )}
          </li>
        ))}
      </ul>
      <ListEnd
        count={items.length}
        more={gone.hasNextPage ? () => void gone.fetchNextPage() : null}
        busy={gone.isFetchingNextPage}
      />
      <Button disabled={chosen.length === 0} onClick={() => setAsking(true)}>
        {chosen.length === 0 ? say('leave.none') : say('leave.go', { count })}
      </Button>
      <Modal
        open={asking}
        title={say('leave.dialog', { count })}
        okText={say('leave.go', { count })}
        cancelText={kit('cancel')}
        onCancel={() => {
          setAsking(false)
          leave.reset()
        }}
        onOk={() =>
          leave.mutate(
            chosen.map(({ number }) => number),
            {
              onSuccess: () => {
                setAsking(false)
                setTicked(new Set())
              },
            },
          )
        }
        confirmLoading={leave.isPending}
      >
        <div className="follows">
          <p>{say('run.follows')}</p>
          <ul>
            <li>{say('leave.follow.listed')}</li>
            <li>{say('leave.follow.member')}</li>
            <li>{say('leave.follow.undo')}</li>
          </ul>
        </div>
        {leave.isError ? <FailureNotice failure={leave.error} quiet /> : null}
      </Modal>
    </section>
  )
}
