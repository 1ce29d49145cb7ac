import { createContext, type ReactNode, useContext, useEffect } from 'react'

/** What this installation calls itself. */
export const NameContext = createContext('')

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
  const name = useContext(NameContext)
  useEffect(() => {
    document.title = name === '' ? title : `${title} · ${name}`
  }, [title, name])
}
