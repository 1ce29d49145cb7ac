import { useEffect, useState } from 'react'
import { networkNow } from '../api/clock.ts'

/** The network's time in milliseconds, renewed at each step of `everyMs` while the screen is in view. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(networkNow)
  useEffect(() => {
    let timer = 0
    const tick = () => {
      const ms = networkNow()
      setNow(ms)
      timer = window.setTimeout(tick, everyMs - (ms % everyMs))
    }
    tick()
    document.addEventListener('visibilitychange', tickWhenSeen)
    function tickWhenSeen() {
      window.clearTimeout(timer)
      if (document.visibilityState === 'visible') tick()
    }
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('visibilitychange', tickWhenSeen)
    }
  }, [everyMs])
  return now
}
