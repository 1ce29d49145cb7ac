import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'

/** A sheet of paper that is drawn only for print, and then alone, whatever stands on the screen. */
export function PrintSheet({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.body.classList.add('has-sheet')
    return () => document.body.classList.remove('has-sheet')
  }, [])
  return createPortal(<article className="sheet">{children}</article>, document.body)
}
