import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTokensSay } from './texts/index.ts'

/** The new token, this once. It stays until whoever made it says that it is kept. */
export function MadeToken({ secret, onKept }: { secret: string; onKept: () => void }) {
  const say = useTokensSay()
  const { message } = App.useApp()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="token-made" aria-labelledby="token-made">
      <h2 id="token-made" ref={head} tabIndex={-1}>
        {say('made')}
      </h2>
      <p>{say('made.words')}</p>
      <code className="token-secret">{secret}</code>
      <p className="token-acts">
        <Button
          type="primary"
          onClick={() => void navigator.clipboard.writeText(secret).then(() => message.success(say('copied')))}
        >
          {say('copy')}
        </Button>
        <Button onClick={onKept}>{say('kept')}</Button>
      </p>
    </section>
  )
}
