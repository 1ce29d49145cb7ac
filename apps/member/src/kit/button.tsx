import type { MouseEvent, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type ButtonProps = {
  children: ReactNode
  /** `main` once on a screen; `plain` beside it; `quiet` reads like a link. */
  kind?: 'main' | 'plain' | 'quiet'
  type?: 'button' | 'submit'
  /** While its act is on the way it stays where it is, keeps the focus and does nothing more. */
  busy?: boolean
  icon?: IconName
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
}

/** A button. A second tap while the first is on the way is swallowed. */
export function Button({ children, kind = 'main', type = 'button', busy = false, icon, onClick }: ButtonProps) {
  return (
    <button
      type={type}
      className={`button ${kind}`}
      aria-disabled={busy ? true : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

/** A link to the union helpline, dressed as a button. */
export function HotlineLink({ hotline = '12351', children }: { hotline?: string; children: ReactNode }) {
  return (
    <a className="button plain" href={`tel:${hotline}`}>
      <Icon name="phone" />
      <span>{children}</span>
    </a>
  )
}
