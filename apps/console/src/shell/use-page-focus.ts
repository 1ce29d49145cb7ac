import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

const patienceMs = 5_000

/**
 * After a change of place, gives the focus to the new page's title, as a page load would.
 *
 * A title that is still on its way is waited for, unless the officer has gone on to something else meanwhile.
 */
export function usePageFocus(): void {
  const router = useRouter()
  useEffect(() => {
    let stop = () => {}
    const forget = router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
      if (!pathChanged || !fromLocation) return
      stop()
      if (!focusTitle()) stop = waitForTitle()
    })
    return () => {
      stop()
      forget()
    }
  }, [router])
}

function focusTitle(): boolean {
  const title = document.getElementById('page-title')
  if (title === null) return false
  const isBusy = document.activeElement !== document.body && document.activeElement?.closest('[role="tree"]') != null
  if (!isBusy) title.focus({ preventScroll: true })
  return true
}

function waitForTitle(): () => void {
  const watch = new MutationObserver(() => {
    if (document.activeElement !== document.body || focusTitle()) stop()
  })
  const timer = window.setTimeout(() => watch.disconnect(), patienceMs)
  const stop = () => {
    watch.disconnect()
    window.clearTimeout(timer)
  }
  watch.observe(document.body, { childList: true, subtree: true })
  return stop
}
