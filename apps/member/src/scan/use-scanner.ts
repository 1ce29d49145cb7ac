import { type RefObject, useEffect, useState } from 'react'
import { type Camera, type CameraFault, faultOfCamera, openCamera, takePicture } from './camera.ts'
import { openDecoder } from './decoder.ts'

/** How scanning stands. */
export type Scanning =
  | { readonly at: 'asking' }
  | { readonly at: 'looking'; readonly torch: Camera['torch'] }
  | { readonly at: 'fault'; readonly fault: CameraFault | 'decoder' }

/** Between two looks at the picture: often enough to feel immediate, seldom enough for an old phone. */
const lookEveryMs = 120

/**
 * Looks through the camera until a text was read. The camera is let go whenever the screen is left or out of sight.
 *
 * @param again another number asks for the camera anew
 */
export function useScanner(
  video: RefObject<HTMLVideoElement | null>,
  again: number,
  onRead: (text: string) => void,
): Scanning {
  const [scanning, setScanning] = useState<Scanning>({ at: 'asking' })

  useEffect(() => {
    const decoder = openDecoder()
    const canvas = document.createElement('canvas')
    let camera: Camera | undefined
    let ended = false
    let timer = 0

    async function begin() {
      if (ended || camera !== undefined || document.visibilityState !== 'visible' || video.current === null) return
      setScanning({ at: 'asking' })
      try {
        const opened = await openCamera(video.current)
        if (ended) return opened.close()
        camera = opened
        setScanning({ at: 'looking', torch: opened.torch })
        await look()
      } catch (fault) {
        if (!ended) setScanning({ at: 'fault', fault: faultOfCamera(fault) })
      }
    }

    async function look() {
      if (ended || camera === undefined || video.current === null) return
      const picture = takePicture(video.current, canvas)
      try {
        const text = picture === undefined ? undefined : await decoder.read(picture)
        if (ended) return
        if (text !== undefined) onRead(text)
      } catch {
        return end({ at: 'fault', fault: 'decoder' })
      }
      timer = window.setTimeout(() => void look(), lookEveryMs)
    }

    function end(how: Scanning) {
      window.clearTimeout(timer)
      camera?.close()
      camera = undefined
      if (!ended) setScanning(how)
    }

    const onSight = () => (document.visibilityState === 'visible' ? void begin() : end({ at: 'asking' }))
    document.addEventListener('visibilitychange', onSight)
    void begin()
    return () => {
      end({ at: 'asking' })
      ended = true
      decoder.close()
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [again, video])

  return scanning
}
