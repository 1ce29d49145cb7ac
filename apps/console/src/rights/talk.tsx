import type { Turn } from '@gongqiao/modules/rights/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import type { MatterKey } from '../matters/keys.ts'
import { useActing } from '../session/acting.tsx'
import { fileAddress } from './queries.ts'
import { useRightsSay } from './texts/index.ts'

const steps = [
  'ask',
  'ask_more',
  'supply',
  'interim',
  'answer',
  'extend',
  'reopen',
  'close',
  'take_up',
  'call_reached',
  'call_unreached',
] as const

/** What asker and union said to each other, the earliest first. */
export function Talk({ matter, turns }: { matter: MatterKey; turns: readonly Turn[] }) {
  const say = useRightsSay()
  return (
    <>
      <h3>{say('talk')}</h3>
      <ol className="talk">
        {turns.map((turn) => (
          <Line key={turn.number} matter={matter} turn={turn} />
        ))}
      </ol>
    </>
  )
}

function Line({ matter, turn }: { matter: MatterKey; turn: Turn }) {
  const say = useRightsSay()
  const language = useLanguage()
  const { api } = useActing()
  const step = steps.find((one) => one === turn.step)
  const pictures = turn.files.filter(({ kind }) => kind === 'picture')
  return (
    <li className={`turn turn-${turn.side}`}>
      <p className="turn-head">
        <strong>{step === undefined ? turn.step : say(`said.${step}`)}</strong>
        {turn.result === null ? null : <Tag tone="jade">{say(`result.${turn.result}`)}</Tag>}
      </p>
      {turn.words === '' ? null : <p className="turn-words">{turn.words}</p>}
      {turn.files.map((file) =>
        file.kind === 'voice' ? (
          // biome-ignore lint/a11y/useMediaCaption: a person's own spoken words, which nobody has written down
          <audio
            key={file.id}
            controls
            preload="none"
            src={fileAddress(api, matter, file.id)}
            aria-label={say('talk.voice', { seconds: file.seconds ?? 0 })}
          />
        ) : null,
      )}
      {pictures.length === 0 ? null : (
        <ul className="turn-pictures">
          {pictures.map((file, index) => (
            <li key={file.id}>
              <a href={fileAddress(api, matter, file.id)} target="_blank" rel="noreferrer">
                <img src={fileAddress(api, matter, file.id)} alt={say('talk.picture', { number: index + 1 })} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="soft">
        {turn.side === 'asker' && turn.by === null ? say('talk.asker') : turn.by} · {formatInstant(turn.at, language)}
      </p>
    </li>
  )
}
