import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { RuleList } from '@gongqiao/kernel/clock/contract.ts'
import { dayOf, formatDay } from '@gongqiao/ui/format.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { FileButton } from '../imports/file-button.tsx'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useLanguage } from '../kit/language.tsx'
import { Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useActing } from '../session/acting.tsx'
import { sheetPath, yearQuery } from './queries.ts'
import { holidayName } from './rule-words.ts'
import { useClockSay } from './texts/index.ts'
import { daysOf, holidaysOf, type YearDays } from './year-days.ts'
import { YearForm } from './year-form.tsx'
import { YearPicture } from './year-picture.tsx'

const legend = ['statutory', 'adjusted_rest', 'weekend', 'makeup_workday'] as const

/** One year of working days and days off, whether it is official, and for whoever keeps it the way to load it. */
export function YearSection({ list }: { list: RuleList }) {
  const say = useClockSay()
  const { api } = useActing()
  const { year = Number(dayOf(Date.now()).slice(0, 4)) } = useSearch({ from: '/desk/clock' })
  const [region, setRegion] = useState('000000')
  const [editing, setEditing] = useState(false)
  const shown = useQuery(yearQuery(api, year, region))
  const places = [...new Map([...list.places, ...list.regions].map((place) => [place.code, place])).values()]
  const place = places.find(({ code }) => code === region)?.name ?? region
  const keeps = list.regions.some(({ code }) => code === region)
  if (editing && shown.data)
    return <YearForm key={`${year} ${region}`} view={shown.data} place={place} close={() => setEditing(false)} />
  return (
    <section aria-labelledby="clock-year">
      <div className="toolbar">
        <Link
          to="/clock"
          search={{ tab: 'calendar', year: year - 1 }}
          aria-label={say('year.before')}
          className="button-link"
        >
          <LeftOutlined aria-hidden="true" />
        </Link>
        <h2 id="clock-year" className="clock-year">
          {say('year.of', { year })}
        </h2>
        <Link
          to="/clock"
          search={{ tab: 'calendar', year: year + 1 }}
          aria-label={say('year.after')}
          className="button-link"
        >
          <RightOutlined aria-hidden="true" />
        </Link>
        {places.length > 1 ? (
          <Select
            aria-label={say('year.region')}
            className="clock-place"
            showSearch={{ optionFilterProp: 'label' }}
            value={region}
            onChange={setRegion}
            options={places.map(({ code, name }) => ({ value: code, label: name }))}
          />
        ) : null}
        <span className="toolbar-end" />
        <FileButton path={sheetPath(year, region)} icon={<DownloadOutlined />}>
          {say('download')}
        </FileButton>
        {keeps ? (
          <Button type={shown.data?.official === false ? 'primary' : 'default'} onClick={() => setEditing(true)}>
            {say('edit.year')}
          </Button>
        ) : null}
      </div>
      {shown.isError ? <FailureNotice failure={shown.error} retry={() => void shown.refetch()} /> : null}
      {shown.isPending ? <Loading what={say('loading.year')} rows={8} /> : null}
      {shown.data ? (
        <>
          <p className="page-sentence">
            <Tag tone={shown.data.official ? 'jade' : 'amber'}>
              {say(shown.data.official ? 'year.official' : 'year.provisional')}
            </Tag>{' '}
            {say('year.sentence', { year, workdays: shown.data.workdays })}{' '}
            {shown.data.source === '' ? '' : say('year.from', { source: shown.data.source })}
          </p>
          {shown.data.official ? null : <p className="note">{say('year.not.yet')}</p>}
          <Holidays days={daysOf(shown.data)} />
          <Legend />
          <YearPicture year={year} days={daysOf(shown.data)} onDay={null} />
        </>
      ) : null}
    </section>
  )
}

/** The year in short: each holiday with its days off and the days made up for it. */
function Holidays({ days }: { days: YearDays }) {
  const say = useClockSay()
  const language = useLanguage()
  const short = (day: string) => formatDay(day, language).replace(/^\d{4}年| \d{4}$/, '')
  return (
    <ul className="year-holidays" aria-label={say('holidays')}>
      {holidaysOf(days).map(({ name, from, to, makeUp }) => (
        <li key={from}>
          <strong>{holidayName(say, name)}</strong> {from === to ? short(from) : `${short(from)}–${short(to)}`}
          {makeUp.length === 0 ? null : (
            <span className="soft">{say('holiday.made.up', { days: makeUp.map(short).join(', ') })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the marks of the picture mean. */
function Legend() {
  const say = useClockSay()
  return (
    <ul className="year-legend" aria-label={say('year.legend')}>
      {legend.map((kind) => (
        <li key={kind}>
          <span className={`day-sample day-${kind}`} aria-hidden="true">
            {kind === 'makeup_workday' ? say('mark.work') : kind === 'weekend' ? '' : say('mark.rest')}
          </span>
          {say(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
