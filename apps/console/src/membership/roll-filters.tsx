import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { type FormEvent, useDeferredValue, useState } from 'react'
import { DayField } from '../kit/day-field.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useLanguage } from '../kit/language.tsx'
import { useActing } from '../session/acting.tsx'
import { rollStands, unitNameQuery, unitsBelowQuery } from './queries.ts'
import { filtersOf, type RollFilters, rollSexes } from './roll-search.ts'
import { useMembershipSay } from './texts/index.ts'

/** What narrows the roll beyond the kind of membership. It is asked once when it is applied. */
export function RollFiltersForm({
  unit,
  filters,
  onApply,
}: {
  unit: string
  filters: RollFilters
  onApply: (filters: RollFilters) => void
}) {
  const say = useMembershipSay()
  const language = useLanguage()
  const [draft, setDraft] = useState(filters)
  const change = (next: RollFilters) => setDraft((before) => ({ ...before, ...next }))
  const any = { value: '', label: say('filter.any') }
  const { ageFrom, ageTo, sinceFrom, sinceTo } = draft
  const ageFault = ageFrom !== undefined && ageTo !== undefined && ageFrom > ageTo ? say('filter.age.crossed') : null
  const dayFault =
    sinceFrom !== undefined && sinceTo !== undefined && sinceFrom > sinceTo ? say('filter.since.crossed') : null

  function submit(event: FormEvent) {
    event.preventDefault()
    if (ageFault === null && dayFault === null) onApply(filtersOf(draft))
  }

  return (
    <form className="roll-filters" onSubmit={submit} aria-label={say('filter')} noValidate>
      <Field id="filter-stand" label={say('roll.stand')}>
        <Select
          id="filter-stand"
          value={draft.stand ?? ''}
          options={[any, ...rollStands.map((value) => ({ value, label: say(`roll.stand.${value}`) }))]}
          onChange={(value) => change({ stand: rollStands.find((one) => one === value) })}
        />
      </Field>
      <Field id="filter-sex" label={say('roll.column.sex')}>
        <Select
          id="filter-sex"
          value={draft.sex ?? ''}
          options={[any, ...rollSexes.map((value) => ({ value, label: nameOf(language, 'sex', value) }))]}
          onChange={(value) => change({ sex: rollSexes.find((one) => one === value) })}
        />
      </Field>
      <Field id="filter-age" label={say('filter.age')} fault={ageFault} group>
        <span className="roll-filters-pair">
          <InputNumber
            {...boundTo('filter-age-from', ageFault)}
            aria-label={say('filter.age.from')}
            min={0}
            max={150}
            precision={0}
            value={ageFrom ?? null}
            onChange={(value) => change({ ageFrom: value ?? undefined })}
          />
          <span aria-hidden="true">–</span>
          <InputNumber
            {...boundTo('filter-age-to', ageFault)}
            aria-label={say('filter.age.to')}
            min={0}
            max={150}
            precision={0}
            value={ageTo ?? null}
            onChange={(value) => change({ ageTo: value ?? undefined })}
          />
        </span>
      </Field>
      <Field id="filter-holder" label={say('filter.holder')}>
        <HolderField unit={unit} value={draft.holder} onChange={(holder) => change({ holder })} />
      </Field>
      <Field id="filter-since-from" label={say('filter.since.from')} fault={dayFault}>
        <DayField
          id="filter-since-from"
          value={sinceFrom ?? null}
          onChange={(value) => change({ sinceFrom: value ?? undefined })}
          faulty={dayFault !== null}
        />
      </Field>
      <Field id="filter-since-to" label={say('filter.since.to')}>
        <DayField
          id="filter-since-to"
          value={sinceTo ?? null}
          onChange={(value) => change({ sinceTo: value ?? undefined })}
        />
      </Field>
      <div className="roll-filters-acts">
        <Button type="primary" htmlType="submit">
          {say('filter.apply')}
        </Button>
        <Button onClick={() => onApply({})}>{say('filter.clear')}</Button>
      </div>
    </form>
  )
}

/** A union below the one whose roll it is, found by its name. */
function HolderField({
  unit,
  value,
  onChange,
}: {
  unit: string
  value: string | undefined
  onChange: (unit: string | undefined) => void
}) {
  const say = useMembershipSay()
  const { api } = useActing()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const name = useHolderName(value)
  const found = useQuery({
    ...unitsBelowQuery(api, unit, asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const hits = asked === '' ? [] : (found.data?.items ?? []).filter((hit) => hit.unit.id !== unit)
  const options = hits.map((hit) => ({ value: hit.unit.id, label: hit.unit.name }))
  const known = options.some((option) => option.value === value)
  return (
    <Select
      id="filter-holder"
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      allowClear
      value={value ?? null}
      placeholder={say('filter.holder.hint')}
      options={value !== undefined && !known ? [{ value, label: name }, ...options] : options}
      notFoundContent={asked === '' ? say('filter.holder.type') : say('filter.holder.none')}
      onChange={(chosen: string | null | undefined) => {
        setText('')
        onChange(chosen ?? undefined)
      }}
    />
  )
}

/** The name of the union that is filtered by, for an address that holds its id only. */
export function useHolderName(holder: string | undefined): string {
  const { api } = useActing()
  const found = useQuery({ ...unitNameQuery(api, holder ?? ''), enabled: holder !== undefined })
  return found.data?.unit.shortName ?? '…'
}
