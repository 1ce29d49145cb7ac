import type { Decoded } from './decode.worker.ts'

/** Reads squares out of pictures. */
export type Decoder = {
  /** The text of a square in the picture, or undefined. Throws when the decoder could not be fetched or started. */
  read(picture: ImageData): Promise<string | undefined>
  close(): void
}

/** Starts the decoder; it is fetched from this server when somebody first scans. */
export function openDecoder(): Decoder {
  const worker = new Worker(new URL('./decode.worker.ts', import.meta.url))
  let answer: ((decoded: Decoded) => void) | undefined
  worker.onmessage = (event: MessageEvent<Decoded>) => answer?.(event.data)
  worker.onerror = () => answer?.({ failed: true })
  return {
    async read({ data, width, height }) {
      const decoded = await new Promise<Decoded>((resolve) => {
        answer = resolve
        worker.postMessage({ pixels: data, width, height }, [data.buffer])
      })
      if ('failed' in decoded) throw new Error('the decoder did not start')
      return decoded.text ?? undefined
    },
    close: () => worker.terminate(),
  }
}
