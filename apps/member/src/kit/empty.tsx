import { Mark } from '@gongqiao/ui/mark.tsx'
import type { ReactNode } from 'react'

/** An empty state: what would be here and how it gets here. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <Mark size={40} />
      <div>
        <p className="empty-title">{title}</p>
        <p className="soft">{children}</p>
      </div>
    </div>
  )
}
