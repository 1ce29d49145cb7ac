import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { PhotoPicker } from './photo-picker.tsx'
import { placeOfCode } from './place-of-code.ts'
import { ShortCodeForm } from './short-code-form.tsx'
import { scanTexts } from './texts/index.ts'
import { useScanner } from './use-scanner.ts'

/** 扫一扫: reads a joining code or somebody's card through the camera; the short code can be typed instead. */
export function ScanScreen() {
  const t = useSpeak(scanTexts)
  const navigate = useNavigate()
  const video = useRef<HTMLVideoElement>(null)
  const [again, setAgain] = useState(0)
  const [foreign, setForeign] = useState(false)
  const [lit, setLit] = useState(false)

  function open(text: string) {
    const place = placeOfCode(text)
    setForeign(place === undefined)
    if (place !== undefined) void navigate({ to: place.to, params: { code: place.code } })
  }

  const scanning = useScanner(video, again, open)
  const torch = scanning.at === 'looking' ? scanning.torch : undefined
  return (
    <Screen title={t('title')} back="/">
      <div className={`viewfinder ${scanning.at}`}>
        <video ref={video} playsInline muted aria-label={t('picture')} />
        <span className="viewfinder-frame" aria-hidden="true" />
      </div>
      <p className="soft" role="status">
        {foreign ? t('foreign') : t(`at.${scanning.at}`)}
      </p>
      {scanning.at === 'fault' ? (
        <Note tone="wrong" title={t(`fault.${scanning.fault}`)} alert>
          <p>{t(`cure.${scanning.fault}`)}</p>
          <Button kind="quiet" onClick={() => setAgain(again + 1)}>
            {t('again')}
          </Button>
        </Note>
      ) : null}
      <div className="stack acts">
        {torch === undefined ? null : (
          <Button
            kind="plain"
            onClick={() => {
              void torch(!lit).then(
                () => setLit(!lit),
                () => undefined, // taken by another app just now: it stays as it is
              )
            }}
          >
            {lit ? t('torchOff') : t('torchOn')}
          </Button>
        )}
        <PhotoPicker onRead={open} />
      </div>
      <ShortCodeForm heading={t('typeInstead')} />
    </Screen>
  )
}
