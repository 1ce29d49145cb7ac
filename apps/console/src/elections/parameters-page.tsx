import type { ParameterList, ParameterVersion } from '@gongqiao/modules/elections/contract.ts'
import { parameterNames } from '@gongqiao/modules/elections/machine.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { PageHead } from '../kit/page.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { ParameterChanges } from './parameter-changes.tsx'
import { ParameterForm } from './parameter-form.tsx'
import { parametersQuery } from './parameter-queries.ts'
import { ParameterValue, parameterWord } from './parameter-words.tsx'
import { useElectionsSay } from './texts/index.ts'
import './elections.css'

/** 选举参数: what the rulebook leaves to places, with rule, place, day and source; newer versions by form. */
export function ParametersPage() {
  const say = useElectionsSay()
  const { api } = useActing()
  const list = useQuery(parametersQuery(api))
  const [changing, setChanging] = useState<ParameterVersion | null>(null)
  return (
    <div className="election">
      <PageHead title={say('parameters')}>
        <p className="soft">{say('parameters.words')}</p>
      </PageHead>
      {list.isError ? <FailureNotice failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading what={say('parameters')} rows={8} /> : null}
      {list.data && changing ? (
        <ParameterForm base={changing} list={list.data} close={() => setChanging(null)} />
      ) : list.data ? (
        <>
          <ParameterTable list={list.data} onChange={list.data.regions.length > 0 ? setChanging : null} />
          <section aria-labelledby="parameter-changes">
            <h3 id="parameter-changes">{say('parameter.changes')}</h3>
            <ParameterChanges list={list.data} />
          </section>
        </>
      ) : null}
    </div>
  )
}

type Table = { readonly list: ParameterList; readonly onChange: ((base: ParameterVersion) => void) | null }

function ParameterTable({ list, onChange }: Table) {
  const say = useElectionsSay()
  const language = useLanguage()
  const nameOf = (code: string) => list.places.find((place) => place.code === code)?.name ?? code
  return (
    <div className="table-box">
      <table className="table folds parameters">
        <thead>
          <tr>
            <th scope="col">{say('parameter')}</th>
            <th scope="col">{say('parameter.value')}</th>
            <th scope="col">{say('parameter.region')}</th>
            <th scope="col">{say('parameter.confidence')}</th>
            <th scope="col">{say('parameter.from')}</th>
            {onChange ? <th scope="col">{say('parameter.act')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {parameterNames.flatMap((name) => {
            const versions = list.versions.filter(({ key }) => key === name)
            // The country's stands first, and is what a new version of a place begins with.
            const ordered = versions.toSorted((one, other) =>
              one.region < other.region ? -1 : one.region > other.region ? 1 : 0,
            )
            return ordered.map((version, index) => {
              const { region, value, rule, document, article, confidence, from, to, own, byLaw } = version
              return (
                <tr key={`${name} ${region} ${from}`} className={index > 0 ? 'parameter-more' : undefined}>
                  <th scope="row">
                    <p>{parameterWord(say, name)}</p>
                    <p className="soft">
                      {say('basis.line', { article, document })} · <span className="figures">{rule}</span>
                    </p>
                  </th>
                  <td data-label={say('parameter.value')}>
                    <ParameterValue of={name} value={value} />
                  </td>
                  <td data-label={say('parameter.region')}>
                    {nameOf(region)} {own ? <Tag tone="river">{say('parameter.own')}</Tag> : null}
                  </td>
                  <td data-label={say('parameter.confidence')}>
                    <Tag tone={confidence === 'V1' ? 'jade' : confidence === 'U' ? 'amber' : 'plain'}>
                      {say(`confidence.${confidence}`)}
                    </Tag>
                  </td>
                  <td data-label={say('parameter.from')}>
                    {to === null
                      ? say('parameter.since', { from: formatDay(from, language) })
                      : say('parameter.between', { from: formatDay(from, language), to: formatDay(to, language) })}
                  </td>
                  {onChange ? (
                    <td>
                      {byLaw ? (
                        <span className="soft">{say('parameter.law')}</span>
                      ) : index === 0 ? (
                        <Button
                          size="small"
                          onClick={() => onChange(version)}
                          aria-label={`${say('parameter.new')} ${parameterWord(say, name)}`}
                        >
                          {say('parameter.new')}
                        </Button>
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              )
            })
          })}
        </tbody>
      </table>
    </div>
  )
}
