import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { dayOf, formatDay, formatInstant } from '@gongqiao/ui/format.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useTitle } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { useActing } from '../session/acting.tsx'
import { CheckedPanel } from './checked-panel.tsx'
import { EndPanel } from './end-panel.tsx'
import { ImportSteps } from './import-steps.tsx'
import { stateTones } from './imports-page.tsx'
import { MappingPanel } from './mapping-panel.tsx'
import { changesTheNetwork, importQuery, isOfImports, isWorking } from './queries.ts'
import { ran } from './row-filters.ts'
import { checkedSentence, endSentence } from './sentences.ts'
import { type ImportsSay, useImportsSay } from './texts/index.ts'
import { WorkPanel } from './work-panel.tsx'
import './imports.css'

/** One import 导入 from its columns to its end; whatever state it is in, this address shows it. */
export function ImportPage() {
  const say = useImportsSay()
  const { api } = useActing()
  const { unit, cell, import: id } = useParams({ from: '/desk/units/$unit/imports/$cell/$import' })
  const found = useQuery(importQuery(api, { cell: Number(cell), import: id }))
  const client = useQueryClient()
  const state = found.data?.state
  const title = useFocusAfter<HTMLHeadingElement>(state)
  const shown = useRef(state)
  useTitle(found.data?.fileName || say('title'))

  useEffect(() => {
    const before = shown.current
    shown.current = state
    if (before === undefined || before === state) return
    // Tree, roll and figures are not what they were.
    if (changesTheNetwork(before))
      void client.invalidateQueries({ predicate: ({ queryKey }) => !isOfImports(queryKey) })
  }, [state, client])

  const back = (
    <p>
      <Link to="/units/$unit/imports" params={{ unit }}>
        {say('back')}
      </Link>
    </p>
  )
  if (found.isError && !found.data) {
    return (
      <div className="import">
        {back}
        <FailureNotice failure={found.error} retry={() => void found.refetch()} />
      </div>
    )
  }
  if (!found.data) return <Loading what={say('loading')} rows={8} />
  const view = found.data
  return (
    <div className="import">
      <Head view={view} back={back} title={title} />
      <p className="hidden-words" role="status">
        {isWorking(view.state) ? '' : said(say, view)}
      </p>
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} quiet /> : null}
      <Panel view={view} unit={unit} />
    </div>
  )
}

function Head({
  view,
  back,
  title,
}: {
  view: ImportView
  back: React.ReactNode
  title: React.RefObject<HTMLHeadingElement | null>
}) {
  const say = useImportsSay()
  const language = useLanguage()
  return (
    <div className="import-head">
      {back}
      <h2 ref={title} tabIndex={-1}>
        {view.title}
        {say('colon')}
        {view.fileName || say('line.let_go')} <Tag tone={stateTones[view.state]}>{say(`state.${view.state}`)}</Tag>
      </h2>
      <p className="soft">
        {say('by.into', { unit: view.unit.name })} ·{' '}
        {say('by', { by: view.by, at: formatInstant(view.createdAt, language) })}
      </p>
      {view.endedAt !== null && view.fileName !== '' ? (
        <p className="soft">
          {say(view.steps.includes('undo') ? 'keptUntil.undo' : 'keptUntil', {
            at: formatDay(dayOf(view.keptUntil), language),
          })}
        </p>
      ) : null}
      <ImportSteps state={view.state} ran={ran(view)} />
    </div>
  )
}

function Panel({ view, unit }: { view: ImportView; unit: string }) {
  switch (view.state) {
    case 'uploaded':
      return <MappingPanel view={view} onDone={null} />
    case 'checking':
    case 'running':
    case 'undoing':
      return <WorkPanel key={view.state} view={view} />
    case 'checked':
      return <CheckedPanel view={view} />
    default:
      return <EndPanel view={view} unit={unit} />
  }
}

function said(say: ImportsSay, view: ImportView): string {
  if (view.state === 'uploaded') return say('said.uploaded')
  if (view.state === 'failed') return view.trouble ?? say('failed.title')
  return view.state === 'checked' ? checkedSentence(say, view) : endSentence(say, view)
}
