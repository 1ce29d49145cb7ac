import { ExclamationCircleFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'

/**
 * One field of a form: its question, why it is asked, and what is wrong with it, in words beside it.
 *
 * The control inside has the id `id` and names `<id>-words` as its description.
 */
export function Field({
  id,
  label,
  why,
  fault,
  children,
  group,
}: {
  id: string
  label: ReactNode
  why?: ReactNode
  fault?: string | null | undefined
  children: ReactNode
  /** Several controls under one question: a group instead of a label. */
  group?: boolean
}) {
  const words = (
    <div id={`${id}-words`} className="field-words">
      {fault ? (
        <p className="field-fault">
          <ExclamationCircleFilled aria-hidden="true" /> {fault}
        </p>
      ) : null}
      {why ? <div className="field-why">{why}</div> : null}
    </div>
  )
  if (group) {
    return (
      <fieldset className="field" aria-describedby={`${id}-words`}>
        <legend className="field-label">{label}</legend>
        {children}
        {words}
      </fieldset>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {children}
      {words}
    </div>
  )
}

/** What a control needs to be bound to its `Field`. */
export function boundTo(id: string, fault: string | null | undefined) {
  return {
    id,
    'aria-describedby': `${id}-words`,
    'aria-invalid': Boolean(fault),
    ...(fault ? { status: 'error' as const } : {}),
  }
}
