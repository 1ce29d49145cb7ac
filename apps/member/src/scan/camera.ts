/** Why there is no picture: refused by the person, none there, in use elsewhere, or not allowed on this page. */
export type CameraFault = 'refused' | 'none' | 'busy' | 'unsupported'

/** A camera that looks. */
export type Camera = {
  readonly torch: ((on: boolean) => Promise<void>) | undefined
  close(): void
}

/** Tells what kept a camera from opening. */
export function faultOfCamera(fault: unknown): CameraFault {
  const name = fault instanceof Error || fault instanceof DOMException ? fault.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'unsupported'
}

/** Opens the camera at the back of the phone and shows its picture. Throws what the browser throws. */
export async function openCamera(video: HTMLVideoElement): Promise<Camera> {
  const devices: MediaDevices | undefined = window.navigator.mediaDevices
  if (devices?.getUserMedia === undefined) throw new Error('no camera in this browser')
  const stream = await devices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
  })
  const close = () => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  try {
    video.srcObject = stream
    await video.play()
    return { torch: torchOf(stream.getVideoTracks()[0]), close }
  } catch (fault) {
    close()
    throw fault
  }
}

function torchOf(track: MediaStreamTrack | undefined): Camera['torch'] {
  // Older browsers tell no capabilities, and then there is no torch to offer.
  const can = track?.getCapabilities?.()
  if (track === undefined || can === undefined || !('torch' in can) || can.torch !== true) return undefined
  return (on) => track.applyConstraints({ advanced: [asConstraint({ torch: on })] })
}

/** Safe because a browser that told of a torch knows this constraint; the types of the platform do not. */
function asConstraint(torch: { torch: boolean }): MediaTrackConstraintSet {
  return torch as MediaTrackConstraintSet
}

/** Longest side of a picture that is searched: a square that fills a third of it is still read. */
const searchedPixels = 800

/** The picture of now, or undefined before there is one. */
export function takePicture(
  source: HTMLVideoElement | HTMLImageElement,
  canvas: HTMLCanvasElement,
): ImageData | undefined {
  const [width, height] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.naturalWidth, source.naturalHeight]
  if (width === 0 || height === 0) return undefined
  const scale = Math.min(1, searchedPixels / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d')
  pen?.drawImage(source, 0, 0, canvas.width, canvas.height)
  return pen?.getImageData(0, 0, canvas.width, canvas.height)
}
