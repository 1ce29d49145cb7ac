import type { MyAsk, Turn } from '@gongqiao/modules/rights/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { askTexts } from './texts/index.ts'
import { type FileSource, useFileAddress } from './use-file-address.ts'

/** What asker and union said, the earliest first. */
export function Conversation({ ask, source }: { ask: MyAsk; source: FileSource }) {
  return (
    <ol className="talk">
      {ask.turns.map((turn) => (
        <Said key={turn.number} turn={turn} source={source} />
      ))}
    </ol>
  )
}

const known = [
  'ask',
  'ask_more',
  'supply',
  'interim',
  'answer',
  'extend',
  'reopen',
  'close',
  'call_reached',
  'call_unreached',
] as const

function Said({ turn, source }: { turn: Turn; source: FileSource }) {
  const t = useSpeak(askTexts)
  const { language } = usePreferences()
  const step = known.find((one) => one === turn.step)
  const pictures = turn.files.filter(({ kind }) => kind === 'picture')
  return (
    <li className={`turn ${turn.side}`}>
      <p className="turn-head">
        <strong>{step === undefined ? t(turn.side === 'asker' ? 'you' : 'union') : t(`step.${step}`)}</strong>
        {turn.result === null ? null : <span className="turn-result">{t(`result.${turn.result}`)}</span>}
      </p>
      {turn.words === '' ? null : <p className="turn-words">{turn.words}</p>}
      {turn.files.map((file) => (file.kind === 'voice' ? <Voice key={file.id} file={file} source={source} /> : null))}
      {pictures.length === 0 ? null : (
        <ul className="thumbs">
          {pictures.map((file, index) => (
            <li key={file.id}>
              <Seen file={file} number={index + 1} source={source} />
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">
        {turn.side === 'union' && turn.by !== null ? `${turn.by} · ` : ''}
        {formatInstant(turn.at, language)}
      </p>
    </li>
  )
}

type FileProps = { file: Turn['files'][number]; source: FileSource }

function Voice({ file, source }: FileProps) {
  const t = useSpeak(askTexts)
  const address = useFileAddress(file.id, source)
  const label = t('voice', { seconds: file.seconds ?? 0 })
  return (
    <p className="voice">
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own spoken words, which nobody has written down */}
      <audio controls preload="none" src={address} aria-label={label} />
      <span className="small soft">{label}</span>
    </p>
  )
}

function Seen({ file, number, source }: FileProps & { number: number }) {
  const t = useSpeak(askTexts)
  const address = useFileAddress(file.id, source)
  const alt = t('seen', { number })
  if (address === undefined) return <span className="thumb-wait">{t('picture', { number })}</span>
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={alt} loading="lazy" />
    </a>
  )
}
