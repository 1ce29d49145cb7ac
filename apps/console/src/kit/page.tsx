import { type ReactNode, useEffect } from 'react'

/** A page's head: its title takes the focus after a change of place, and names the browser's tab. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  useTitle(title)
  return (
    <div className="page-head">
      <h1 id="page-title" tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  )
}

/** The head of one tab of a union, whose name stands above as the page's title. */
export function TabHead({ title, children }: { title: string; children?: ReactNode }) {
  useTitle(title)
  return (
    <div className="page-head">
      <h2 className="hidden-words">{title}</h2>
      {children}
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
