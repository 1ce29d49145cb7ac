import { newId } from '@gongqiao/kernel/shared/ids.ts'
import type { MyAsk, Received } from '@gongqiao/modules/rights/contract.ts'
import { type Solved, solvedWords } from '@gongqiao/modules/rights/machine.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { Button } from '../kit/button.tsx'
import { Choices } from '../kit/choices.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fault } from '../kit/field.tsx'
import { kitTexts } from '../kit/texts/index.ts'
import { Trouble } from '../kit/trouble.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { bodyOf, Composer, isSaid, nothingSaid } from './composer.tsx'
import { askTexts } from './texts/index.ts'

type ActsProps = {
  ask: MyAsk
  /** The query code, for whoever has no account. */
  code: string | undefined
  onChanged: (ask: MyAsk) => void
  onReported: (received: Received) => void
}
type Open = 'supply' | 'close' | 'reopen' | 'withdraw' | 'retaliation'

/** What the asker may do now; ending it is theirs alone. */
export function AskActs({ ask, code, onChanged, onReported }: ActsProps) {
  const t = useSpeak(askTexts)
  const [open, setOpen] = useState<Open>()
  const may = (step: string) => ask.steps.includes(step)
  const close = () => setOpen(undefined)
  const changed = (next: MyAsk) => {
    onChanged(next)
    close()
  }
  return (
    <div className="stack acts">
      {may('supply') ? <Button onClick={() => setOpen('supply')}>{t('supply')}</Button> : null}
      {may('close') ? <Button onClick={() => setOpen('close')}>{t('close')}</Button> : null}
      {may('reopen') ? (
        <Button kind="plain" onClick={() => setOpen('reopen')}>
          {t('reopen')}
        </Button>
      ) : null}
      {may('withdraw') ? (
        <Button kind="quiet" onClick={() => setOpen('withdraw')}>
          {t('withdraw')}
        </Button>
      ) : null}
      {ask.kind === 'rights.ask' ? (
        <Button kind="quiet" onClick={() => setOpen('retaliation')}>
          {t('retaliation')}
        </Button>
      ) : null}
      {open === 'close' ? <Closing ask={ask} code={code} onDone={changed} onClose={close} /> : null}
      {open === 'supply' ? (
        <Saying
          {...{ ask, code, onClose: close }}
          step="supply"
          title={t('supply')}
          send={t('supply')}
          onDone={(answer: MyAsk) => changed(answer)}
        />
      ) : null}
      {open === 'reopen' ? <Reopening ask={ask} code={code} onDone={changed} onClose={close} /> : null}
      {open === 'withdraw' ? <Withdrawing ask={ask} code={code} onDone={changed} onClose={close} /> : null}
      {open === 'retaliation' ? (
        <Saying
          {...{ ask, code, onClose: close }}
          step="retaliation"
          title={t('retaliationTitle')}
          why={t('retaliationWhy')}
          send={t('retaliationSend')}
          onDone={(answer: Received) => {
            close()
            onReported(answer)
          }}
        />
      ) : null}
    </div>
  )
}

/** One step of the asker; the same words sent again are the same step. */
function useStep<A>(ask: MyAsk, code: string | undefined, step: string, onDone: (answer: A) => void) {
  const [keys] = useState(() => new Map<string, string>())
  return useMutation({
    mutationFn: (body: object) => {
      const text = JSON.stringify(body)
      const key = keys.get(text) ?? newId()
      keys.set(text, key)
      const path = `/api/asks/${ask.cell}/${ask.matter}/${step}`
      return post<A>(
        path,
        { ...body, ...(code !== undefined && { code }) },
        key,
        code === undefined ? undefined : 'nobody',
      )
    },
    onSuccess: onDone,
  })
}

type StepProps = { ask: MyAsk; code: string | undefined; onDone: (ask: MyAsk) => void; onClose: () => void }

type SayingProps<A> = Omit<StepProps, 'onDone'> & {
  step: 'supply' | 'retaliation'
  title: string
  why?: string
  send: string
  onDone: (answer: A) => void
}

function Saying<A>({ ask, code, step, title, why, send, onDone, onClose }: SayingProps<A>) {
  const t = useSpeak(askTexts)
  const k = useSpeak(kitTexts)
  const [said, setSaid] = useState(nothingSaid)
  const [tried, setTried] = useState(false)
  const sending = useStep<A>(ask, code, step, onDone)
  function submit() {
    setTried(true)
    if (isSaid(said)) sending.mutate(bodyOf(said))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {why === undefined ? null : <p>{why}</p>}
      <Composer said={said} onSaid={setSaid} short fault={tried && !isSaid(said) ? t('nothing') : undefined} />
      <Trouble fault={sending.error} onRetry={submit} />
      <div className="stack acts">
        <Button busy={sending.isPending} onClick={submit}>
          {sending.isPending ? t('supplying') : send}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

const scores = ['1', '2', '3', '4', '5'] as const

function Closing({ ask, code, onDone, onClose }: StepProps) {
  const t = useSpeak(askTexts)
  const k = useSpeak(kitTexts)
  const [solved, setSolved] = useState<Solved | ''>('')
  const [answer, setAnswer] = useState('')
  const [handling, setHandling] = useState('')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const sending = useStep<MyAsk>(ask, code, 'closing', onDone)
  const whole = solved !== '' && answer !== '' && handling !== ''
  function submit() {
    setTried(true)
    if (!whole) return
    const said = words.trim()
    sending.mutate({
      solved,
      answer: Number(answer),
      handling: Number(handling),
      ...(said !== '' && { words: said }),
    })
  }
  return (
    <Dialog title={t('closeTitle')} onClose={onClose}>
      <p>{t('closeWhy')}</p>
      <p className="label">{t('solved')}</p>
      <Choices
        name="solved"
        legend={t('solved')}
        value={solved}
        onValue={setSolved}
        choices={solvedWords.map((value) => ({ value, label: t(`solved.${value}`) }))}
      />
      <Score label={t('answerScore')} value={answer} onValue={setAnswer} />
      <Score label={t('handlingScore')} value={handling} onValue={setHandling} />
      <label className="label" htmlFor="close-words">
        {t('closeWords')}
      </label>
      <textarea
        id="close-words"
        className="input"
        rows={3}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Fault id="closing">{tried && !whole ? t('chooseAll') : undefined}</Fault>
      <Trouble fault={sending.error} onRetry={submit} />
      <div className="stack acts">
        <Button busy={sending.isPending} onClick={submit}>
          {t('closeSend')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

function Score({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  const t = useSpeak(askTexts)
  return (
    <fieldset className="score">
      <legend className="label">{label}</legend>
      <div className="score-row">
        {scores.map((score) => (
          <button
            key={score}
            type="button"
            className={value === score ? 'chip chosen' : 'chip'}
            aria-pressed={value === score}
            aria-label={t('score', { score })}
            onClick={() => onValue(score)}
          >
            {score}
          </button>
        ))}
      </div>
      <p className="small soft score-ends">
        <span>{t('scoreLow')}</span>
        <span>{t('scoreHigh')}</span>
      </p>
    </fieldset>
  )
}

function Reopening({ ask, code, onDone, onClose }: StepProps) {
  const t = useSpeak(askTexts)
  const k = useSpeak(kitTexts)
  const [words, setWords] = useState('')
  const [who, setWho] = useState<'same' | 'above'>('same')
  const [tried, setTried] = useState(false)
  const sending = useStep<MyAsk>(ask, code, 'reopening', onDone)
  function submit() {
    setTried(true)
    if (words.trim() !== '') sending.mutate({ words: words.trim(), ...(who === 'above' && { above: true }) })
  }
  return (
    <Dialog title={t('reopenTitle')} onClose={onClose}>
      <label className="label" htmlFor="reopen-words">
        {t('reopenWords')}
      </label>
      <textarea
        id="reopen-words"
        className="input"
        rows={4}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Fault id="reopen-words">{tried && words.trim() === '' ? t('nothing') : undefined}</Fault>
      {ask.above === null ? null : (
        <>
          <p className="label">{t('reopenWho')}</p>
          <Choices
            name="reopen-who"
            legend={t('reopenWho')}
            value={who}
            onValue={setWho}
            choices={[
              { value: 'same', label: t('reopenSame', { unit: ask.unit.name }) },
              { value: 'above', label: t('reopenAbove', { unit: ask.above.name }) },
            ]}
          />
        </>
      )}
      <Trouble fault={sending.error} onRetry={submit} />
      <div className="stack acts">
        <Button busy={sending.isPending} onClick={submit}>
          {t('reopenSend')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

function Withdrawing({ ask, code, onDone, onClose }: StepProps) {
  const t = useSpeak(askTexts)
  const k = useSpeak(kitTexts)
  const sending = useStep<MyAsk>(ask, code, 'withdrawal', onDone)
  return (
    <Dialog title={t('withdrawTitle')} onClose={onClose}>
      <p>{t('withdrawWhy')}</p>
      <Trouble fault={sending.error} />
      <div className="stack acts">
        <Button busy={sending.isPending} onClick={() => sending.mutate({})}>
          {t('withdrawSend')}
        </Button>
        <Button kind="plain" onClick={onClose}>
          {k('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
