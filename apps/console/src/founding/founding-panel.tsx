import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { useKindWords } from '../matters/kind.ts'
import type { PanelProps } from '../matters/panel.ts'
import { useActing } from '../session/acting.tsx'
import { foundingQuery, registrationQuery } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'

/** A founding beside the queue: where it stands, and the way to its own page. */
export function FoundingPanel({ matter }: PanelProps) {
  const say = useFoundingSay()
  const { api } = useActing()
  const words = useKindWords('organization.founding')
  const found = useQuery(foundingQuery(api, matter))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('loading')} />
  const { name, state, upper, unit, dueOn, dueWords } = found.data
  return (
    <>
      <h2 className="panel-title">{name}</h2>
      <p>
        <strong>{words.word(`state.${state}`)}</strong>
      </p>
      <Due on={dueOn} words={dueWords} />
      <p>
        <Link
          className="button-link"
          to="/units/$unit/foundings/$cell/$matter"
          params={{ unit: unit?.id ?? upper.id, cell: String(matter.cell), matter: matter.matter }}
        >
          {say('list.own.open')}
        </Link>
      </p>
    </>
  )
}

/** An application for registration beside the queue. */
export function RegistrationPanel({ matter }: PanelProps) {
  const say = useFoundingSay()
  const { api } = useActing()
  const words = useKindWords('organization.registration')
  const found = useQuery(registrationQuery(api, matter))
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('reg.loading')} />
  const { unit, wish, state, dueOn, dueWords } = found.data
  return (
    <>
      <h2 className="panel-title">{say('app.title', { unit: unit.name, wish: say(`wish.${wish}`) })}</h2>
      <p>
        <strong>{words.word(`state.${state}`)}</strong>
      </p>
      <Due on={dueOn} words={dueWords} />
      <p>
        <Link
          className="button-link"
          to="/units/$unit/registration/$cell/$matter"
          params={{ unit: unit.id, cell: String(matter.cell), matter: matter.matter }}
        >
          {say('app.open')}
        </Link>
      </p>
    </>
  )
}

function Due({ on, words }: { on: string | null; words: string | null }) {
  const say = useFoundingSay()
  const language = useLanguage()
  if (on === null) return null
  return (
    <p>
      {say('due', { day: formatDay(on, language) })} <span className="soft under">{words}</span>
    </p>
  )
}
