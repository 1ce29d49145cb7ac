import type { RuleList, RuleVersion } from '@gongqiao/kernel/clock/contract.ts'
import { formatDay } from '@gongqiao/ui/format.ts'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../kit/language.tsx'
import { Empty } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { RuleForm } from './rule-form.tsx'
import { amountOf, byRule, foundIn, listed } from './rule-words.ts'
import { useClockSay } from './texts/index.ts'

const sides = ['all', 'duty', 'right'] as const

/** Every time limit with its article, how it is counted, whose it is and how sure its source is; newer versions by form. */
export function RulesSection({ list }: { list: RuleList }) {
  const say = useClockSay()
  const [typed, setTyped] = useState('')
  const [side, setSide] = useState<(typeof sides)[number]>('all')
  const [changing, setChanging] = useState<RuleVersion | null>(null)
  const found = byRule(foundIn(list.rules, typed, side))
  const keeps = list.regions.length > 0
  if (changing) return <RuleForm base={changing} list={list} close={() => setChanging(null)} />
  return (
    <>
      <div className="toolbar">
        <div className="clock-find">
          <label htmlFor="clock-find" className="hidden-words">
            {say('find')}
          </label>
          <Input
            id="clock-find"
            placeholder={say('find.why')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Segmented
          aria-label={say('whose')}
          value={side}
          onChange={setSide}
          options={sides.map((value) => ({ value, label: say(`side.${value}`) }))}
        />
        <span className="soft" role="status">
          {say('count', { count: found.length })}
        </span>
      </div>
      {found.length === 0 ? (
        <Empty title={say('find.none')} action={<Button onClick={() => setTyped('')}>{say('find.clear')}</Button>}>
          {say('find.none.words')}
        </Empty>
      ) : (
        <div className="table-box">
          <table className="table folds clock-rules">
            <thead>
              <tr>
                <th scope="col">{say('rule')}</th>
                <th scope="col">{say('amount')}</th>
                <th scope="col">{say('whose')}</th>
                <th scope="col">{say('trust')}</th>
                <th scope="col">{say('since')}</th>
                {keeps ? <th scope="col">{say('act')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {found.map((versions) => (
                <RuleRows
                  key={versions[0].id}
                  versions={versions}
                  list={list}
                  onChange={keeps ? () => setChanging(versions[0]) : null}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

type Rows = {
  readonly versions: readonly [RuleVersion, ...RuleVersion[]]
  readonly list: RuleList
  readonly onChange: (() => void) | null
}

function RuleRows({ versions, list, onChange }: Rows) {
  const say = useClockSay()
  const language = useLanguage()
  return versions.map((rule, index) => (
    <tr key={`${rule.region} ${rule.from}`} className={index > 0 ? 'clock-older' : undefined}>
      <th scope="row">
        <p className="clock-words">{language === 'en' ? rule.wordsEn : rule.wordsZh}</p>
        <p className="soft">
          {rule.article} · <span className="figures">{rule.id}</span>
        </p>
        {index === 0 ? <RuleMore rule={rule} /> : null}
        <PlaceTags rule={rule} list={list} />
      </th>
      <td data-label={say('amount')}>
        <span className="nowrap">{amountOf(say, rule)}</span>
        {rule.altUnit === null ? null : <p className="soft">{say(`alt.${rule.altUnit}`)}</p>}
        {rule.roll ? <p className="soft">{say('roll.yes')}</p> : null}
      </td>
      <td data-label={say('whose')}>{listed(say, 'bearer', rule.bearer)}</td>
      <td data-label={say('trust')}>
        <Tag tone={rule.confidence === 'V1' ? 'jade' : rule.confidence === 'U' ? 'amber' : 'plain'}>
          {say(`confidence.${rule.confidence}`)}
        </Tag>
      </td>
      <td data-label={say('since')}>
        {rule.to === null
          ? say('from.on', { from: formatDay(rule.from, language) })
          : say('from.to', { from: formatDay(rule.from, language), to: formatDay(rule.to, language) })}
      </td>
      {onChange ? (
        <td>
          {index === 0 ? (
            <Button size="small" onClick={onChange} aria-label={say('new.version.of', { rule: rule.id })}>
              {say('new.version')}
            </Button>
          ) : null}
        </td>
      ) : null}
    </tr>
  ))
}

function PlaceTags({ rule, list }: { rule: RuleVersion; list: RuleList }) {
  const say = useClockSay()
  const name = list.places.find(({ code }) => code === rule.region)?.name ?? rule.region
  if (!rule.own) return null
  return (
    <p>
      <Tag tone="river">{say('own')}</Tag> <Tag>{say('place', { name })}</Tag>
    </p>
  )
}

function RuleMore({ rule }: { rule: RuleVersion }) {
  const say = useClockSay()
  const lines = [
    ...(rule.event === '' ? [] : [say('event', { event: rule.event })]),
    say('expire', { words: listed(say, 'expire', rule.onExpire) }),
    ...(rule.pauseOn.length === 0
      ? []
      : [say('pauses', { reasons: rule.pauseOn.map((reason) => listed(say, 'pause', reason)).join(' · ') })]),
    ...(rule.extendMax === null
      ? []
      : [say('extend', { amount: amountOf(say, { ...rule, length: rule.extendMax, counting: 'after' }) })]),
  ]
  return <p className="soft clock-more">{lines.join(' · ')}</p>
}
