import type { LifeMatter } from '@gongqiao/modules/membership/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useFocusAfter } from '../kit/use-focus-after.ts'
import { MatterClock } from '../matters/matter-clock.tsx'
import { MatterHistory } from '../matters/matter-history.tsx'
import { NoSteps } from '../matters/no-steps.tsx'
import type { PanelProps } from '../matters/panel.ts'
import { useMattersSay } from '../matters/texts/index.ts'
import { useAsListed } from '../matters/use-as-listed.ts'
import { useActing } from '../session/acting.tsx'
import { FormDialog } from './form-dialog.tsx'
import { type MatterStep, matterForms } from './forms.ts'
import { lifeMatterQuery } from './queries.ts'
import { useLifeSay } from './texts/index.ts'

/** A matter that changes or ends a membership, on the desk. */
export function LifePanel({ matter, listed, onNext }: PanelProps) {
  const say = useMattersSay()
  const { api } = useActing()
  const found = useQuery(lifeMatterQuery(api, matter))
  useAsListed(found, listed)
  if (found.isError) return <FailureNotice failure={found.error} retry={() => void found.refetch()} />
  if (found.isPending) return <Loading what={say('matter.title')} />
  return <FoundLife view={found.data} onNext={onNext} />
}

/** The steps open now, the vote of a committee for the two that are taken within it. */
function stepsOf(view: LifeMatter): MatterStep[] {
  const known = Object.keys(matterForms).filter((step): step is MatterStep => view.steps.includes(step))
  return view.state === 'opined' ? ['decide', ...known] : known
}

function FoundLife({ view, onNext }: { view: LifeMatter; onNext: (() => void) | null }) {
  const say = useLifeSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const client = useQueryClient()
  const [taking, setTaking] = useState<MatterStep>()
  const standing = useFocusAfter<HTMLParagraphElement>(view.state)
  const steps = stepsOf(view).filter((step) => may(matterForms[step].act))
  const form = taking && matterForms[taking]
  return (
    <>
      <h2 className="panel-title">{view.name}</h2>
      <p ref={standing} tabIndex={-1}>
        <Tag>{nameOf(language, 'kind', view.kind)}</Tag> <strong>{nameOf(language, 'state', view.state)}</strong>
      </p>
      <p>{view.unit.name}</p>
      <MatterClock kind={view.kind} matter={view} />
      <Said said={view.said} />
      <MatterHistory lines={view.history} />
      {steps.length === 0 ? (
        <NoSteps onNext={onNext} />
      ) : (
        <div className="panel-actions">
          {steps.map((step, place) => (
            <Button key={step} type={place === 0 ? 'primary' : 'default'} size="large" onClick={() => setTaking(step)}>
              {say(`act.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {taking && form ? (
        <FormDialog<LifeMatter>
          title={say(`title.${taking}`, { name: view.name })}
          action={say(`act.${taking}`)}
          path={`/api/cells/${view.cell}/life/${view.matter}/${form.path}`}
          fields={form.fields}
          follows={[say(`follow.${taking}`)]}
          onDone={async (after) => {
            client.setQueryData(lifeMatterQuery(api, view).queryKey, after)
            await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
          }}
          close={() => setTaking(undefined)}
        />
      ) : null}
    </>
  )
}

/** What was said and decided so far, each part with its day. */
function Said({ said }: { said: LifeMatter['said'] }) {
  const say = useLifeSay()
  const language = useLanguage()
  const lines: [string, ReactNode][] = []
  const { wish, neglect, explanation, judgment, opinion, vote } = said
  if (wish) {
    lines.push([say('said.title'), say(`said.wish.${wish.wish}`)])
    if (wish.reason) lines.push([say('field.reason'), say(`choice.${wish.reason}`)])
    lines.push([say('field.on'), formatDay(wish.since, language)])
    if (wish.note) lines.push([say('field.words'), wish.note])
  }
  if (neglect) {
    lines.push([say('field.unpaidFrom'), formatDay(neglect.unpaidFrom, language)])
    if (neglect.tookPartOn) lines.push([say('field.tookPartOn'), formatDay(neglect.tookPartOn, language)])
    lines.push([say('field.education'), `${formatDay(neglect.educatedOn, language)} · ${neglect.education}`])
  }
  if (explanation) lines.push([say('said.explanation'), explanation])
  if (judgment) {
    lines.push([say('field.judgment.court'), `${judgment.court} · ${judgment.number}`])
    lines.push([say('field.judgment.punishment'), `${formatDay(judgment.on, language)} · ${judgment.punishment}`])
  }
  if (opinion) {
    const words = say(opinion.agrees ? 'choice.yes' : 'choice.no')
    lines.push([say('field.opinion.words'), `${formatDay(opinion.on, language)} · ${words} · ${opinion.words}`])
  }
  if (vote) lines.push([say('field.vote.on'), `${formatDay(vote.on, language)} · ${say('said.vote', vote)}`])
  if (lines.length === 0) return null
  return (
    <dl className="facts">
      {lines.map(([term, text]) => (
        <div key={term} className="facts-pair">
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
