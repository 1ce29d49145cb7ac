import type { ReactNode } from 'react'
import './tag.css'

/** A short word about a thing: its kind or state. The tone only helps; the word says it. */
export function Tag({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'jade' | 'amber' | 'river'
  children: ReactNode
}) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
