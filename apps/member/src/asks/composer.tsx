import { longestWords, mediaLimits } from '@gongqiao/modules/rights/machine.ts'
import { type ChangeEvent, useId, useState } from 'react'
import { Button } from '../kit/button.tsx'
import { Fault } from '../kit/field.tsx'
import { Icon } from '../kit/icon.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { asBase64 } from './base64.ts'
import { type Picture, smallPicture } from './small-picture.ts'
import { askTexts } from './texts/index.ts'
import { canRecord, type Recorded, useRecorder } from './use-recorder.ts'

/** What somebody says: spoken, written, pictured. */
export type Said = {
  readonly words: string
  readonly voice: Recorded | undefined
  readonly pictures: readonly Picture[]
}
export const nothingSaid: Said = { words: '', voice: undefined, pictures: [] }

/** Tells whether anything was said at all. */
export const isSaid = ({ words, voice }: Said) => words.trim() !== '' || voice !== undefined

/** What was said, as the server takes it. */
export function bodyOf({ words, voice, pictures }: Said) {
  const written = words.trim()
  return {
    ...(written !== '' && { words: written }),
    ...(voice !== undefined && { voice: { data: voice.data, seconds: voice.seconds } }),
    ...(pictures.length > 0 && { pictures: pictures.map(({ data }) => data) }),
  }
}

type ComposerProps = { said: Said; onSaid: (said: Said) => void; fault?: string | undefined; short?: boolean }

/** One big microphone, one box to write in, and pictures. */
export function Composer({ said, onSaid, fault, short = false }: ComposerProps) {
  const t = useSpeak(askTexts)
  const id = useId()
  return (
    <div className="composer">
      <Speaking said={said} onSaid={onSaid} short={short} />
      <label className="label" htmlFor={id}>
        {t('words')}
      </label>
      <textarea
        id={id}
        className="input"
        rows={short ? 3 : 5}
        maxLength={longestWords}
        value={said.words}
        placeholder={short ? undefined : t('wordsHint')}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        aria-invalid={fault === undefined ? undefined : true}
        onChange={(event) => onSaid({ ...said, words: event.currentTarget.value })}
      />
      <Fault id={id}>{fault}</Fault>
      <Pictures said={said} onSaid={onSaid} />
    </div>
  )
}

function Speaking({ said, onSaid, short }: Required<Pick<ComposerProps, 'said' | 'onSaid' | 'short'>>) {
  const t = useSpeak(askTexts)
  const { running, seconds, refused, start, stop } = useRecorder((voice) => onSaid({ ...said, voice }))
  if (said.voice !== undefined) {
    const { address, seconds: length } = said.voice
    return (
      <div className="spoken">
        {/* biome-ignore lint/a11y/useMediaCaption: it is the speaker's own voice, just recorded */}
        <audio controls src={address} aria-label={t('spoken', { seconds: length })} />
        <Button
          kind="quiet"
          onClick={() => {
            URL.revokeObjectURL(address)
            onSaid({ ...said, voice: undefined })
          }}
        >
          {t('speakAgain')}
        </Button>
      </div>
    )
  }
  if (!canRecord()) return <ChosenVoice onVoice={(voice) => onSaid({ ...said, voice })} />
  return (
    <>
      <button type="button" className={running ? 'mic running' : 'mic'} onClick={running ? stop : start}>
        <Icon name={running ? 'stop' : 'mic'} />
        <span>{running ? t('stop') : short ? t('speakMore') : t('speak')}</span>
      </button>
      <p className="small soft mic-words" role="status">
        {running ? t('speaking', { seconds, most: mediaLimits.voiceSeconds }) : ''}
      </p>
      {refused ? <p className="small">{t('noMic')}</p> : null}
    </>
  )
}

/** A browser that cannot record takes a recording made elsewhere. */
function ChosenVoice({ onVoice }: { onVoice: (voice: Recorded) => void }) {
  const t = useSpeak(askTexts)
  async function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.currentTarget.files ?? []
    if (!file) return
    const address = URL.createObjectURL(file)
    const sound = new Audio(address)
    sound.onloadedmetadata = () => {
      const { duration } = sound
      const seconds = Number.isFinite(duration) ? Math.max(1, Math.round(duration)) : 1
      void asBase64(file).then((data) => onVoice({ data, seconds, address }))
    }
  }
  return (
    <label className="button plain">
      <Icon name="mic" />
      <span>{t('chooseVoice')}</span>
      <input className="hidden-words" type="file" accept="audio/*" onChange={(event) => void choose(event)} />
    </label>
  )
}

function Pictures({ said, onSaid }: Pick<ComposerProps, 'said' | 'onSaid'>) {
  const t = useSpeak(askTexts)
  const [bad, setBad] = useState(false)
  const { pictures } = said
  async function add(event: ChangeEvent<HTMLInputElement>) {
    const input = event.currentTarget
    const files = [...(input.files ?? [])].slice(0, mediaLimits.pictures - pictures.length)
    setBad(false)
    try {
      onSaid({ ...said, pictures: [...pictures, ...(await Promise.all(files.map(smallPicture)))] })
    } catch {
      setBad(true)
    }
    input.value = ''
  }
  return (
    <div className="pictures">
      {pictures.length === 0 ? null : (
        <ul className="thumbs">
          {pictures.map((picture, index) => (
            <li key={picture.address}>
              <img src={picture.address} alt={t('picture', { number: index + 1 })} />
              <button
                type="button"
                className="thumb-off"
                aria-label={t('removePicture', { number: index + 1 })}
                onClick={() => onSaid({ ...said, pictures: pictures.filter((one) => one !== picture) })}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {pictures.length >= mediaLimits.pictures ? null : (
        <label className="button plain add-picture">
          <Icon name="picture" />
          <span>{t('pictures')}</span>
          <input className="hidden-words" type="file" accept="image/*" multiple onChange={(event) => void add(event)} />
        </label>
      )}
      <p className="small soft">{t('picturesWhy', { most: mediaLimits.pictures })}</p>
      {bad ? <p className="small">{t('pictureBad')}</p> : null}
    </div>
  )
}
