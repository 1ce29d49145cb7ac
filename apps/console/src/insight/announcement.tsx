import { useEffect, useEffectEvent, useRef, useState } from 'react'

const everyMs = 10_000

/** Tells a screen reader that figures changed: politely, not at first sight, and at most once in ten seconds. */
export function Announcement({ words }: { words: string }) {
  const [told, setTold] = useState('')
  const seen = useRef(words)
  const tell = useEffectEvent(() => {
    if (seen.current === words) return
    seen.current = words
    setTold(words)
  })
  useEffect(() => {
    const timer = window.setInterval(() => tell(), everyMs)
    return () => window.clearInterval(timer)
  }, [])
  return (
    <p className="hidden-words" aria-live="polite">
      {told}
    </p>
  )
}
