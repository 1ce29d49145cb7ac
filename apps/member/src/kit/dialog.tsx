import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

const reachable = 'a[href], button, input, select, textarea, [tabindex="0"]'

/**
 * A question over the screen. Focus stays inside and returns where it was; Escape and the ground around it close it.
 *
 * Written by hand because the `dialog` element came to Safari only with 15.4.
 */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const titleId = useId()

  useEffect(() => {
    const before = document.activeElement
    const root = document.getElementById('root')
    root?.setAttribute('aria-hidden', 'true')
    document.body.classList.add('held')
    box.current?.focus()
    return () => {
      root?.removeAttribute('aria-hidden')
      document.body.classList.remove('held')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  function keepInside(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Tab') return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>(reachable) ?? [])]
    const first = stops[0]
    const last = stops[stops.length - 1]
    const at = document.activeElement
    if (event.shiftKey && (at === first || at === box.current)) {
      event.preventDefault()
      last?.focus()
    } else if (!event.shiftKey && at === last) {
      event.preventDefault()
      first?.focus()
    }
  }

  return createPortal(
    <div className="dialog-ground">
      <button type="button" className="dialog-outside" tabIndex={-1} aria-hidden="true" onClick={onClose} />
      <div
        ref={box}
        className="dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={keepInside}
      >
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </div>,
    document.body,
  )
}
