import type { CandidateView, ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { Empty } from '../kit/states.tsx'
import { CandidateEditor } from './candidate-editor.tsx'
import { CandidateNeeds } from './candidate-needs.tsx'
import { DelegateEditor } from './delegate-editor.tsx'
import { useElectionsSay } from './texts/index.ts'
import { between, bodyWord, plainWord } from './words.ts'

/** Who stands and who was sent, with the editors while lists are still open. */
export function PeopleSections({ view }: { view: ElectionView }) {
  const own = view.steps.length > 0
  if (view.state === 'planned' || view.state === 'requested') return null
  return (
    <>
      <Candidates view={view} mayEdit={own && view.state === 'preparing'} />
      {view.form === 'delegate' ? (
        <Delegates view={view} mayEdit={own && ['preparing', 'published'].includes(view.state)} />
      ) : null}
    </>
  )
}

function Candidates({ view, mayEdit }: { view: ElectionView; mayEdit: boolean }) {
  const say = useElectionsSay()
  const [editing, setEditing] = useState(false)
  const standing = view.candidates.filter(({ bodies }) => bodies.length > 0)
  return (
    <section aria-labelledby="candidates">
      <h3 id="candidates">{say('candidates')}</h3>
      <p className="soft">{say('candidates.words')}</p>
      {editing || view.state !== 'preparing' ? null : <CandidateNeeds view={view} candidates={standing} />}
      {editing ? (
        <CandidateEditor view={view} close={() => setEditing(false)} />
      ) : (
        <>
          {standing.length === 0 ? <Empty title={say('candidates.none')} /> : <CandidateTable standing={standing} />}
          {mayEdit ? (
            <div className="toolbar">
              <Button type={standing.length === 0 ? 'primary' : 'default'} onClick={() => setEditing(true)}>
                {say('candidates.edit')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  )
}

function CandidateTable({ standing }: { standing: readonly CandidateView[] }) {
  const say = useElectionsSay()
  const language = useLanguage()
  return (
    <div className="table-box">
      <table className="table folds">
        <thead>
          <tr>
            <th scope="col">{say('person.name')}</th>
            <th scope="col">{say('person.bodies')}</th>
            <th scope="col">{say('person.declared')}</th>
            <th scope="col">{say('person.engagement')}</th>
            <th scope="col">{say('person.front')}</th>
          </tr>
        </thead>
        <tbody>
          {standing.map(({ id, name, bodies, declared, engagement, frontLine, status }) => (
            <tr key={id}>
              <th scope="row">
                {name} {status === 'not_on_roll' ? <span className="soft">{say('person.off')}</span> : null}
              </th>
              <td>{bodies.map((body) => bodyWord(say, body)).join(between(language))}</td>
              <td>{declared.map((one) => plainWord(say, `declared.${one}`)).join(between(language))}</td>
              <td>{engagement === null ? '' : say(`engagement.${engagement}`)}</td>
              <td>{frontLine ? say('person.front') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Delegates({ view, mayEdit }: { view: ElectionView; mayEdit: boolean }) {
  const say = useElectionsSay()
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  const have = view.delegates.length
  return (
    <section aria-labelledby="delegates">
      <h3 id="delegates">{say('delegates')}</h3>
      <p className="soft">
        {view.delegatesAllowed
          ? say('delegates.words', { ...view.delegatesAllowed, have, by: formatDay(view.tellBy, language) })
          : say('delegates.count', { have })}
      </p>
      {editing ? (
        <DelegateEditor view={view} close={() => setEditing(false)} />
      ) : (
        <>
          {have === 0 ? (
            <Empty title={say('delegates.none')} />
          ) : (
            <p>{view.delegates.map(({ name }) => name).join(between(language))}</p>
          )}
          {mayEdit ? (
            <div className="toolbar">
              <Button onClick={() => setEditing(true)}>{say('delegates.edit')}</Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  )
}
