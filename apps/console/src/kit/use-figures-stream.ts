import type { FigureTick } from '@gongqiao/modules/insight/contract.ts'
import { useEffect, useEffectEvent, useState } from 'react'

/** How the stream stands: on its way, open, or lost and being tried again. */
export type StreamState = 'opening' | 'open' | 'lost'

const waitsMs = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * Follows a union's figures as they change; with no address it follows nothing.
 *
 * A lost stream is opened again by itself, after 1 s at first and 30 s at most; `onReopen` lets the screen fetch what
 * it missed in between.
 */
export function useFiguresStream(
  address: string | null,
  on: { readonly tick: (tick: FigureTick) => void; readonly reopen: () => void; readonly lost: () => void },
): StreamState {
  const [state, setState] = useState<StreamState>('opening')
  const hearTick = useEffectEvent((data: string) => on.tick(tickIn(data)))
  const hearReopen = useEffectEvent(() => on.reopen())
  const hearLost = useEffectEvent(() => on.lost())

  useEffect(() => {
    if (address === null) return
    let source: EventSource | null = null
    let timer = 0
    let losses = 0
    const open = () => {
      source = new EventSource(address)
      source.addEventListener('figures', (event) => hearTick(event.data))
      source.onopen = () => {
        if (losses > 0) hearReopen()
        losses = 0
        setState('open')
      }
      source.onerror = () => {
        source?.close()
        setState('lost')
        if (losses === 0) hearLost()
        timer = window.setTimeout(open, waitsMs[Math.min(losses, waitsMs.length - 1)])
        losses++
      }
    }
    setState('opening')
    open()
    return () => {
      source?.close()
      window.clearTimeout(timer)
    }
  }, [address])

  return state
}

/** The server checks what it streams against the contract this type comes from. */
function tickIn(data: string): FigureTick {
  return JSON.parse(data) as FigureTick
}
