import type { CalendarYearInput, CalendarYearView } from '@gongqiao/kernel/clock/contract.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Segmented } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { loadYear, previewYear, readSheet, yearQuery } from './queries.ts'
import { SheetField } from './sheet-field.tsx'
import { useClockSay } from './texts/index.ts'
import { daysOf, type Paint, painted, paintFault, paints, toSend, type YearDays } from './year-days.ts'
import { YearPicture } from './year-picture.tsx'

const country = '000000'

/** Loads a year's schedule: days marked in the picture or read from a sheet, seen in their effects before they hold. */
export function YearForm({ view, place, close }: { view: CalendarYearView; place: string; close: () => void }) {
  const say = useClockSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const client = useQueryClient()
  const key = useFormKey()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { year, region } = view
  const local = region !== country
  const nation = useQuery({ ...yearQuery(api, year, country), enabled: local })
  const [days, setDays] = useState<YearDays>(() => daysOf(view))
  const [paint, setPaint] = useState<Paint>('statutory')
  const [name, setName] = useState('')
  const [source, setSource] = useState(view.source)
  const [tried, setTried] = useState(false)
  const sending = toSend(days, local ? daysOf(nation.data ?? { days: [] }) : null)
  const needSource = tried && source.trim().length < 4 ? say('need.source') : null
  const preview = useMutation({ mutationFn: (wish: CalendarYearInput) => previewYear(api, wish) })
  const apply = useMutation({
    mutationFn: (wish: CalendarYearInput) => loadYear(api, wish, key.now()),
    onSuccess: async () => {
      message.success(say('applied'))
      await client.invalidateQueries({ queryKey: [api.language, api.post, 'clock'] })
      close()
    },
    onError: key.refused,
  })
  const sheet = useMutation({
    mutationFn: (file: File) => readSheet(api, file),
    onSuccess: (read) =>
      change(new Map(read.days.map(({ day, kind, name: holiday }) => [day, { kind, name: holiday }]))),
  })
  const wish: CalendarYearInput = { year, ...(local && { region }), source: source.trim(), days: sending }

  function change(next: YearDays) {
    setDays(next)
    preview.reset()
    apply.reset()
    key.edited()
  }
  function mark(day: string) {
    const fault = paintFault(day, paint)
    if (fault === null) change(painted(days, day, paint, name))
    else message.info(say(fault))
  }
  function look(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (source.trim().length >= 4 && sending.length > 0) preview.mutate(wish)
  }

  return (
    <form className="clock-form clock-form-wide" onSubmit={look} noValidate>
      <h2 ref={head} tabIndex={-1}>
        {say('edit.title', { year, place })}
      </h2>
      <p className="soft">
        {say('edit.words')} {local ? say('edit.local') : ''}
      </p>
      <SheetField
        pending={sheet.isPending}
        failure={sheet.error}
        said={sheet.data ? say('edit.sheet.read', { count: sheet.data.days.length }) : null}
        faults={sheet.data?.faults ?? []}
        onFile={(file) => sheet.mutate(file)}
      />
      <div className="clock-paint">
        <Field id="clock-paint" label={say('edit.paint')} group>
          <Segmented
            value={paint}
            onChange={setPaint}
            options={paints.map((value) => ({ value, label: say(`kind.${value}`) }))}
          />
        </Field>
        <Field id="clock-name" label={say('edit.name')}>
          <Input
            {...boundTo('clock-name', null)}
            value={name}
            maxLength={20}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
      </div>
      <YearPicture year={year} days={days} onDay={mark} />
      <Field id="clock-source" label={say('edit.source')} fault={needSource}>
        <Input
          {...boundTo('clock-source', needSource)}
          value={source}
          maxLength={200}
          onChange={({ target }) => {
            setSource(target.value)
            preview.reset()
            key.edited()
          }}
        />
      </Field>
      {tried && sending.length === 0 ? <p role="alert">{say('edit.nothing')}</p> : null}
      <PreviewPanel preview={preview.data} pending={preview.isPending} failure={preview.error} />
      <div className="toolbar">
        <Button htmlType="submit" type={preview.data ? 'default' : 'primary'} loading={preview.isPending}>
          {say('preview')}
        </Button>
        {preview.data ? (
          <Button type="primary" loading={apply.isPending} onClick={() => apply.mutate(wish)}>
            {say('apply')}
          </Button>
        ) : null}
        <Button onClick={close}>{say('cancel')}</Button>
      </div>
      {apply.isError ? <FailureNotice failure={apply.error} quiet /> : null}
    </form>
  )
}
