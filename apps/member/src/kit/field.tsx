import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Ids that tie a control to its reason and its fault. */
export function describedBy(id: string, has: { why?: boolean; fault?: boolean }): string | undefined {
  const ids = [has.fault ? `${id}-fault` : '', has.why ? `${id}-why` : ''].filter((part) => part !== '')
  return ids.length === 0 ? undefined : ids.join(' ')
}

/** The fault of a control, with icon and words; read out when it appears. */
export function Fault({ id, children }: { id: string; children: ReactNode | undefined }) {
  return (
    <div className="fault-place" role="alert">
      {children === undefined || children === '' ? null : (
        <p id={`${id}-fault`} className="fault">
          <Icon name="wrong" />
          <span>{children}</span>
        </p>
      )}
    </div>
  )
}

/** Why a question is asked. */
export function Why({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-why`} className="why">
      {children}
    </p>
  )
}
