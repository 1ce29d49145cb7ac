import type { UnitHit, UnitHits } from '@gongqiao/modules/organization/contract.ts'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { type Api, withQuery } from '../kit/api.ts'
import { useActing } from '../session/acting.tsx'
import { useMattersSay } from './texts/index.ts'

const unionsQuery = (api: Api, text: string) =>
  queryOptions({
    queryKey: [api.language, 'unions', text],
    queryFn: ({ signal }) => api.get<UnitHits>(withQuery('/api/unions', { text }), signal),
    staleTime: 60_000,
  })

/** A union to choose, with those above it. */
export type FirstUnit = Pick<UnitHit, 'above'> & { readonly unit: Pick<UnitHit['unit'], 'id' | 'name'> }

/** Any union of the network, found by its name, with where it stands. */
export function UnitField({
  id,
  faulty,
  first = null,
  onChange,
}: {
  id: string
  faulty: boolean
  /** Offered before anything is typed. */
  first?: FirstUnit | null
  onChange: (unit: string | null) => void
}) {
  const say = useMattersSay()
  const { api } = useActing()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<FirstUnit | null>(null)
  const asked = useDeferredValue(text.trim())
  const enabled = [...asked].length >= 2
  const found = useQuery({ ...unionsQuery(api, asked), enabled, placeholderData: keepPreviousData })
  const hits: readonly FirstUnit[] = enabled ? (found.data?.items ?? []) : first === null ? [] : [first]
  const shown = chosen && !hits.some(({ unit }) => unit.id === chosen.unit.id) ? [chosen, ...hits] : hits
  return (
    <Select
      id={id}
      className="wide"
      aria-describedby={`${id}-words`}
      aria-invalid={faulty}
      {...(faulty ? { status: 'error' as const } : {})}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      allowClear
      value={chosen?.unit.id ?? null}
      placeholder={say('unit.hint')}
      options={shown.map((hit) => ({
        value: hit.unit.id,
        label: (
          <>
            {hit.unit.name} {hit.unit.id === first?.unit.id ? <span className="soft">{say('unit.above')} </span> : null}
            <span className="soft">
              {hit.above
                .slice(-2)
                .map(({ shortName }) => shortName)
                .join(' › ')}
            </span>
          </>
        ),
      }))}
      notFoundContent={enabled ? say(found.isFetching ? 'unit.busy' : 'unit.none') : say('unit.type')}
      onChange={(unit: string | null | undefined) => {
        setText('')
        const hit = shown.find((one) => one.unit.id === unit) ?? null
        setChosen(hit)
        onChange(hit?.unit.id ?? null)
      }}
    />
  )
}
