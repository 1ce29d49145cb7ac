import { mediaLimits } from '@gongqiao/modules/rights/machine.ts'
import { useEffect, useRef, useState } from 'react'
import { asBase64 } from './base64.ts'

/** A recording as it is sent, with an address to hear it again on this phone. */
export type Recorded = { readonly data: string; readonly seconds: number; readonly address: string }

/** What browsers make, the smallest first. */
const wanted = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4', 'audio/webm']
const bitsPerSecond = 32_000

/** Whether this browser can record at all; others choose a file. */
export function canRecord(): boolean {
  return typeof MediaRecorder !== 'undefined' && window.navigator.mediaDevices?.getUserMedia !== undefined
}

/** Records by the microphone, three minutes at most; the microphone is let go of as soon as it is done. */
export function useRecorder(onDone: (recorded: Recorded) => void) {
  const [startedAt, setStartedAt] = useState<number>()
  const [seconds, setSeconds] = useState(0)
  const [refused, setRefused] = useState(false)
  const recorder = useRef<MediaRecorder>(undefined)
  const running = startedAt !== undefined

  useEffect(() => {
    if (startedAt === undefined) return undefined
    const timer = window.setInterval(() => {
      const passed = (Date.now() - startedAt) / 1000
      setSeconds(Math.floor(passed))
      if (passed >= mediaLimits.voiceSeconds) recorder.current?.stop()
    }, 250)
    return () => window.clearInterval(timer)
  }, [startedAt])

  useEffect(
    () => () => {
      for (const track of recorder.current?.stream.getTracks() ?? []) track.stop()
    },
    [],
  )

  async function start() {
    setRefused(false)
    try {
      const stream = await window.navigator.mediaDevices.getUserMedia({ audio: true })
      const mimeType = wanted.find((type) => MediaRecorder.isTypeSupported(type))
      const made = new MediaRecorder(stream, {
        audioBitsPerSecond: bitsPerSecond,
        ...(mimeType !== undefined && { mimeType }),
      })
      const began = Date.now()
      const chunks: Blob[] = []
      made.ondataavailable = ({ data }) => chunks.push(data)
      made.onstop = () => {
        for (const track of stream.getTracks()) track.stop()
        setStartedAt(undefined)
        const blob = new Blob(chunks, { type: made.mimeType })
        const length = Math.min(mediaLimits.voiceSeconds, Math.max(1, Math.round((Date.now() - began) / 1000)))
        void asBase64(blob).then((data) => onDone({ data, seconds: length, address: URL.createObjectURL(blob) }))
      }
      recorder.current = made
      made.start(1_000)
      setSeconds(0)
      setStartedAt(began)
    } catch {
      setRefused(true)
    }
  }

  return { running, seconds, refused, start: () => void start(), stop: () => recorder.current?.stop() }
}
