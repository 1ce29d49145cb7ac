import { Button } from 'antd'
import { Empty } from '../kit/states.tsx'
import { useSessionSay } from './texts/index.ts'
import { useSignOut } from './use-sign-out.ts'

/** An officer without a post: nothing can be done from here, and this says how a post comes. */
export function NoPost() {
  const say = useSessionSay()
  const leave = useSignOut()
  return (
    <main className="sign-in">
      <Empty title={say('nopost.title')} action={<Button onClick={leave}>{say('nopost.out')}</Button>}>
        <p>{say('nopost.words')}</p>
      </Empty>
    </main>
  )
}
