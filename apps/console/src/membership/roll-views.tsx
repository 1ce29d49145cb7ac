import { DeleteOutlined, EditOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { RollView } from '@gongqiao/modules/membership/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useActing } from '../session/acting.tsx'
import { changeRollView, deleteRollView, rollViewsQuery } from './queries.ts'
import { RollViewDialog, type ViewDraft } from './roll-view-dialog.tsx'
import { useMembershipSay } from './texts/index.ts'

/** The officer's own views of the roll: open one, save what is looked for now, rename, delete, begin with one. */
export function RollViews({
  views,
  draft,
  mayOpenAtNumber,
  onOpen,
}: {
  views: readonly RollView[]
  /** What a new view would keep. */
  draft: Pick<RollView, 'wish' | 'columns'>
  /** A number is looked for now: no view keeps that. */
  mayOpenAtNumber: boolean
  onOpen: (view: RollView) => void
}) {
  const say = useMembershipSay()
  const { api } = useActing()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [naming, setNaming] = useState<ViewDraft | null>(null)
  const again = () => client.invalidateQueries({ queryKey: rollViewsQuery(api).queryKey })
  const first = useMutation({
    mutationFn: (view: RollView) => changeRollView(api, { ...view, opensFirst: !view.opensFirst }, newId()),
    onSuccess: again,
  })
  const remove = useMutation({
    mutationFn: (view: RollView) => deleteRollView(api, view.id, newId()),
    onSuccess: again,
  })
  const name = (what: ViewDraft) => {
    setOpen(false)
    setNaming(what)
  }

  const list = (
    <div className="roll-views">
      {views.length === 0 ? <p className="soft">{say('views.none')}</p> : null}
      <ul aria-label={say('views')}>
        {views.map((view) => (
          <li key={view.id}>
            <Button
              type="text"
              className="roll-views-name"
              onClick={() => {
                setOpen(false)
                onOpen(view)
              }}
            >
              {view.name}
            </Button>
            <Button
              type="text"
              aria-pressed={view.opensFirst}
              aria-label={say('views.first', { name: view.name })}
              title={say('views.first.words')}
              icon={view.opensFirst ? <StarFilled /> : <StarOutlined />}
              onClick={() => first.mutate(view)}
            />
            <Button
              type="text"
              aria-label={say('views.rename', { name: view.name })}
              icon={<EditOutlined />}
              onClick={() => name({ view })}
            />
            <Button
              type="text"
              aria-label={say('views.delete', { name: view.name })}
              icon={<DeleteOutlined />}
              onClick={() => remove.mutate(view)}
            />
          </li>
        ))}
      </ul>
      <Button block disabled={!mayOpenAtNumber} onClick={() => name({ draft })}>
        {say('views.save')}
      </Button>
      <p className="soft">{say(mayOpenAtNumber ? 'views.own' : 'views.number')}</p>
      {first.isError ? <FailureNotice failure={first.error} quiet /> : null}
      {remove.isError ? <FailureNotice failure={remove.error} quiet /> : null}
    </div>
  )
  return (
    <>
      <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={list}>
        <Button className="toolbar-end" aria-expanded={open}>
          {say('views')}
        </Button>
      </Popover>
      {naming ? <RollViewDialog what={naming} close={() => setNaming(null)} onDone={again} /> : null}
    </>
  )
}
