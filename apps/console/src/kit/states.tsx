import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useKitSay } from './texts/index.ts'

/** Rows that are on their way, said once to a screen reader. */
export function Loading({ what, rows = 6 }: { what?: string; rows?: number }) {
  const say = useKitSay()
  return (
    <div role="status" className="loading">
      <span className="hidden-words">{what === undefined ? say('loading') : say('loading.of', { what })}</span>
      <div aria-hidden="true">
        <Skeleton active={false} title={false} paragraph={{ rows, width: '100%' }} />
      </div>
    </div>
  )
}

/** Nothing is here: what would be, and how it gets here. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-words">{children}</div> : null}
      {action}
    </div>
  )
}

/** The end of a paged list: how many rows are here, said honestly, and the next page. */
export function ListEnd({
  count,
  more,
  busy,
}: {
  count: number
  /** Fetches the next page; null at the end. */
  more: (() => void) | null
  busy: boolean
}) {
  const say = useKitSay()
  return (
    <div className="list-end">
      <span role="status">
        {busy ? say('more.busy') : more ? say('loaded', { count }) : say('loaded.all', { count })}
      </span>
      {more ? (
        <Button onClick={more} loading={busy}>
          {say('more')}
        </Button>
      ) : null}
    </div>
  )
}
