import type { MatterView } from '@gongqiao/kernel/matter/contract.ts'
import { formatInstant } from '@gongqiao/ui/format.ts'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useMattersSay } from './texts/index.ts'
import { useAct } from './use-act.ts'
import { useTaker } from './words.ts'

const longest = 2_000

/** What was said of a matter among officers, or to the person; and one word more. */
export function Comments({ view }: { view: MatterView }) {
  const say = useMattersSay()
  const language = useLanguage()
  const taker = useTaker()
  const [text, setText] = useState('')
  const [told, setTold] = useState(false)
  const may = view.may.includes('comment')
  const act = useAct(
    { cell: view.cell, matter: view.id },
    () => say('comments.done'),
    () => setText(''),
  )
  if (view.comments.length === 0 && !may) return null
  return (
    <>
      <h3>{say('comments')}</h3>
      {view.comments.length === 0 ? null : (
        <ul className="comments">
          {view.comments.map(({ id, at, by, text: words, visible }) => (
            <li key={id} className={by === 'person' ? 'comment comment-person' : 'comment'}>
              <p className="soft">
                {by === null ? null : <>{taker(by)} · </>}
                <time dateTime={at}>{formatInstant(at, language)}</time> · {say(`comments.${visible}`)}
              </p>
              <p className="given">{words}</p>
            </li>
          ))}
        </ul>
      )}
      {may ? (
        <form
          className="comment-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '')
              act.mutate({ act: 'comments', text: text.trim(), visible: told ? 'person' : 'union' })
          }}
        >
          <Input.TextArea
            aria-label={say('comments.add')}
            placeholder={say('comments.add')}
            autoSize={{ minRows: 1, maxRows: 8 }}
            maxLength={longest}
            value={text}
            onChange={(event) => {
              act.edited()
              setText(event.target.value)
            }}
          />
          <div className="comment-acts">
            <Checkbox checked={told} onChange={(event) => setTold(event.target.checked)}>
              {say('comments.tell')}
            </Checkbox>
            <Button htmlType="submit" disabled={text.trim() === ''} loading={act.isPending}>
              {say('comments.send')}
            </Button>
          </div>
          {act.isError ? <FailureNotice failure={act.error} quiet /> : null}
        </form>
      ) : null}
    </>
  )
}
