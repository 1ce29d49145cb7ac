import type { FoundingView } from '@gongqiao/modules/organization/contract.ts'
import { coversMany } from '@gongqiao/modules/organization/machine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { faultsOf } from '../kit/failure.ts'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useActing } from '../session/acting.tsx'
import { foundingAt } from './queries.ts'
import { useFoundingSay } from './texts/index.ts'

const shownAtMost = 20

/** Whom the union will cover; a joint union's list is read from a sheet. */
export function EmployersSection({ view }: { view: FoundingView }) {
  const say = useFoundingSay()
  const { api, may } = useActing()
  const client = useQueryClient()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const read = useMutation({
    mutationFn: (file: File) =>
      api.upload<FoundingView>(`${foundingAt(view)}/employers`, file.type === '' ? asSheet(file) : file),
    onSuccess: async (after) => {
      message.success(say('employers.done', { count: after.employers.length }))
      await client.invalidateQueries({ queryKey: [api.post, api.language] })
    },
  })
  const faults = [...faultsOf(read.error)].flatMap(([field, words]) => {
    const row = /^\/rows\/(\d+)/.exec(field)?.[1]
    const nth = /^\/employers\/(\d+)/.exec(field)?.[1]
    if (nth !== undefined) return [say('employers.nth', { nth: Number(nth) + 1, words })]
    return row === undefined ? [] : [say('employers.fault', { row, words })]
  })
  const mayRead =
    may('organization.run_founding') && view.dueOn !== null && coversMany.includes(view.form) && view.election === null
  return (
    <section className="founding-section" aria-labelledby="founding-employers">
      <h3 id="founding-employers">
        {say('employers')} <span className="soft">{say('employers.count', { count: view.employers.length })}</span>
      </h3>
      <div className="table-box">
        <table className="table folds">
          <tbody>
            {view.employers.slice(0, shownAtMost).map((one) => (
              <tr key={`${one.name} ${one.creditCode}`}>
                <th scope="row">{one.name}</th>
                <td className="nowrap">{one.creditCode ?? '—'}</td>
                <td>{one.address ?? ''}</td>
                <td className="number">{one.employees === undefined ? '' : say('people', { count: one.employees })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayRead ? (
        <>
          <p className="soft">{say('employers.read.words')}</p>
          <input
            ref={input}
            type="file"
            accept=".xlsx,.csv"
            className="hidden-words"
            aria-label={say('employers.read')}
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file) read.mutate(file)
              target.value = ''
            }}
          />
          <Button onClick={() => input.current?.click()} loading={read.isPending}>
            {say('employers.read')}
          </Button>
        </>
      ) : null}
      {read.isError ? <FailureNotice failure={read.error} quiet /> : null}
      {faults.length > 0 ? (
        <ul className="field-fault">
          {faults.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** Some systems give no type to a csv file. */
function asSheet(file: File): Blob {
  return new Blob([file], { type: 'text/csv' })
}
