import { Link } from '@tanstack/react-router'
import { useTitle } from '../kit/page.tsx'
import { Empty } from '../kit/states.tsx'
import { useKitSay } from '../kit/texts/index.ts'

/** An address that leads nowhere. */
export function LostPage() {
  const say = useKitSay()
  useTitle(say('page.lost'))
  return (
    <main className="lost">
      <h1 className="hidden-words">{say('page.lost')}</h1>
      <Empty title={say('page.lost')} action={<Link to="/">{say('back')}</Link>}>
        <p>{say('page.lost.next')}</p>
      </Empty>
    </main>
  )
}
