import { type ReactNode, useEffect } from 'react'

/** A page's head: its title takes the focus after a change of place, and names the browser's tab. */
export function PageHead({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  useTitle(title)
  return (
    <div className="page-head">
      <div className="page-head-words">
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
      {actions ? <div className="page-head-actions">{actions}</div> : null}
    </div>
  )
}

/** Names the browser's tab while a screen is there. */
export function useTitle(title: string): void {
  useEffect(() => {
    const name = document.querySelector('meta[name="application-name"]')?.getAttribute('content') ?? '工桥'
    document.title = `${title} · ${name}`
  }, [title])
}
