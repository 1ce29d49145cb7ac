import { DownloadOutlined } from '@ant-design/icons'
import { formatNumber } from '@gongqiao/ui/format.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, InputNumber, Progress, Radio } from 'antd'
import { useRef, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { fetchPages, saveAs } from './codes-download.ts'
import {
  makeMissingCodes,
  type PosterLanguage,
  type PosterScope,
  posterCountQuery,
  posterLanguages,
  posterScopes,
  postersPath,
} from './codes-queries.ts'
import { useCodesSay } from './codes-texts.ts'
import { joiningCodesQuery } from './queries.ts'

type Run =
  | { readonly at: 'rest' }
  | { readonly at: 'codes' }
  | { readonly at: 'pages'; readonly done: number; readonly all: number }
  | { readonly at: 'done'; readonly count: number }
  | { readonly at: 'stopped' }
  | { readonly at: 'failed'; readonly failure: unknown }

/** Posters of all unions below as one PDF: whom for, in which language, and codes for those that have none. */
export function CodesPosters({ unit }: { unit: string }) {
  const say = useCodesSay()
  const { api, may } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const [scope, setScope] = useState<PosterScope>('grassroots')
  const [language, setLanguage] = useState<PosterLanguage>(api.language)
  const [isOpen, setIsOpen] = useState(false)
  const [makes, setMakes] = useState(false)
  const [days, setDays] = useState<number | null>(90)
  const [run, setRun] = useState<Run>({ at: 'rest' })
  const stop = useRef<AbortController>(undefined)
  const count = useQuery({ ...posterCountQuery(api, unit, scope), enabled: isOpen })
  const { units = 0, withoutCode = 0 } = count.data ?? {}
  const making = makes && withoutCode > 0 && may('membership.make_code')
  const all = making ? units : units - withoutCode
  const running = run.at === 'codes' || run.at === 'pages'
  const wrongDays = making && (days === null || !Number.isInteger(days) || days < 1 || days > 365)

  async function go() {
    const abort = new AbortController()
    stop.current = abort
    try {
      if (making) {
        setRun({ at: 'codes' })
        await makeMissingCodes(api, unit, { scope, label: say('many.label'), validDays: days ?? 90 }, key.now())
        key.done()
        await client.invalidateQueries({ queryKey: joiningCodesQuery(api, unit).queryKey })
      }
      setRun({ at: 'pages', done: 0, all })
      const told = (done: number) => setRun({ at: 'pages', done, all })
      const file = await fetchPages(api, postersPath(unit, scope, language), told, abort.signal)
      saveAs(file, `${say('many.title')}.pdf`)
      setRun({ at: 'done', count: all })
    } catch (failure) {
      key.refused()
      setRun(abort.signal.aborted ? { at: 'stopped' } : { at: 'failed', failure })
    }
  }

  return (
    <details className="posters" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say('many.open')}</summary>
      <p className="soft">{say('many.words')}</p>
      <div className="posters-choices">
        <Field id="poster-scope" label={say('many.scope')} group>
          <Radio.Group
            value={scope}
            disabled={running}
            onChange={(event) => {
              key.edited()
              setScope(event.target.value)
            }}
            options={posterScopes.map((value) => ({ value, label: say(`many.scope.${value}`) }))}
          />
        </Field>
        <Field id="poster-language" label={say('many.language')} group>
          <Radio.Group
            value={language}
            disabled={running}
            onChange={(event) => setLanguage(event.target.value)}
            options={posterLanguages.map((value) => ({ value, label: say(`many.language.${value}`) }))}
          />
        </Field>
      </div>
      {count.isPending ? <Loading what={say('many.counting')} rows={1} /> : null}
      {count.isError ? <FailureNotice failure={count.error} retry={() => void count.refetch()} quiet /> : null}
      {count.isSuccess ? (
        <p>
          {units === 0
            ? say('many.none')
            : say('many.count', {
                units: formatNumber(units),
                withCode: formatNumber(units - withoutCode),
                withoutCode: formatNumber(withoutCode),
              })}
        </p>
      ) : null}
      {withoutCode > 0 && may('membership.make_code') ? (
        <div className="posters-make">
          <Checkbox checked={makes} disabled={running} onChange={(event) => setMakes(event.target.checked)}>
            {say('many.make', { count: formatNumber(withoutCode) })}
          </Checkbox>
          {makes ? (
            <Field id="poster-days" label={say('many.days')} fault={null}>
              <InputNumber {...boundTo('poster-days', null)} min={1} max={365} value={days} onChange={setDays} />
            </Field>
          ) : null}
        </div>
      ) : null}
      {run.at === 'codes' || run.at === 'pages' ? (
        <RunBar run={run} onStop={() => stop.current?.abort()} />
      ) : (
        <Button type="primary" icon={<DownloadOutlined />} disabled={all === 0 || wrongDays} onClick={() => void go()}>
          {say('many.go', { count: formatNumber(all) })}
        </Button>
      )}
      {units > 0 && all === 0 ? <p className="soft">{say('many.nothing')}</p> : null}
      {run.at === 'done' ? <p role="status">{say('many.done', { count: formatNumber(run.count) })}</p> : null}
      {run.at === 'stopped' ? <p role="status">{say('many.stopped')}</p> : null}
      {run.at === 'failed' ? <FailureNotice failure={run.failure} quiet /> : null}
    </details>
  )
}

type RunBarProps = { run: Extract<Run, { at: 'codes' | 'pages' }>; onStop: () => void }

/** How far it is, and a way to stop it. */
function RunBar({ run, onStop }: RunBarProps) {
  const say = useCodesSay()
  const { done, all } = run.at === 'pages' ? run : { done: 0, all: 1 }
  return (
    <div role="status" className="bulk-bar">
      <Progress
        percent={Math.round((done / Math.max(all, 1)) * 100)}
        showInfo={false}
        strokeColor="#1E6F52"
        aria-label={say('many.going')}
      />
      <p>
        {run.at === 'codes'
          ? say('many.making')
          : say('many.progress', { done: formatNumber(done), all: formatNumber(all) })}
      </p>
      <Button onClick={onStop}>{say('many.cancel')}</Button>
    </div>
  )
}
