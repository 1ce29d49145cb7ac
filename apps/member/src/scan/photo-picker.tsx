import { type ChangeEvent, useState } from 'react'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { takePicture } from './camera.ts'
import { openDecoder } from './decoder.ts'
import { scanTexts } from './texts/index.ts'

/** Reads a square from a photo, where the camera itself may not be looked through. */
export function PhotoPicker({ onRead }: { onRead: (text: string) => void }) {
  const t = useSpeak(scanTexts)
  const [unread, setUnread] = useState(false)

  async function read(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget
    const file = input.files?.[0]
    if (file === undefined) return
    const text = await textOnPhoto(file).catch(() => undefined)
    input.value = ''
    setUnread(text === undefined)
    if (text !== undefined) onRead(text)
  }

  return (
    <>
      <label className="button plain file-button">
        <span>{t('photo')}</span>
        <input type="file" accept="image/*" onChange={(event) => void read(event)} />
      </label>
      {unread ? (
        <Note tone="wrong" alert>
          <p>{t('photoUnread')}</p>
        </Note>
      ) : null}
    </>
  )
}

async function textOnPhoto(file: File): Promise<string | undefined> {
  const address = URL.createObjectURL(file)
  const decoder = openDecoder()
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const picture = takePicture(image, document.createElement('canvas'))
    return picture === undefined ? undefined : await decoder.read(picture)
  } finally {
    decoder.close()
    URL.revokeObjectURL(address)
  }
}
