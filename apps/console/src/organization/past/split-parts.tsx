import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useEffect } from 'react'
import { boundTo, Field } from '../../kit/field.tsx'
import { useActing } from '../../session/acting.tsx'
import { employersQuery } from '../coverage/queries.ts'
import { childrenQuery } from '../queries.ts'
import { emptyPart, type PartDraft, withoutPart } from './split-draft.ts'
import { usePastSay } from './texts.ts'
import type { Draft } from './wish.ts'

const partsAtMost = 20

/** Into which new unions a union is split: what each is called, and which unions below and employers it takes along. */
export function SplitParts({
  unit,
  draft,
  faultOf,
  onChange,
}: {
  unit: string
  draft: Draft
  faultOf: (pointer: string) => string | undefined
  onChange: (change: Partial<Draft>) => void
}) {
  const say = usePastSay()
  const { api } = useActing()
  const below = useEveryPage(useInfiniteQuery(childrenQuery(api, unit)))
  const covered = useEveryPage(useInfiniteQuery(employersQuery(api, unit, 'covered'))).filter(
    ({ union }) => union?.id === unit,
  )
  const edit = (key: string, change: Partial<PartDraft>) =>
    onChange({ parts: draft.parts.map((part) => (part.key === key ? { ...part, ...change } : part)) })
  return (
    <>
      <p className="soft">{say('parts.words')}</p>
      {draft.parts.map((part, index) => {
        const at = (field: string) => `/parts/${index}/${field}`
        const id = (field: string) => `change-part-${index}-${field}`
        const choose = (
          field: 'children' | 'employers',
          label: string,
          options: readonly { readonly id: string; readonly name: string }[],
        ) =>
          options.length === 0 ? null : (
            <Field id={id(field)} label={label} fault={faultOf(at(field))}>
              <Select
                {...boundTo(id(field), faultOf(at(field)))}
                mode="multiple"
                className="wide"
                value={[...part[field]]}
                onChange={(chosen) => edit(part.key, { [field]: chosen })}
                options={options
                  .filter(
                    (one) => !draft.parts.some((other) => other.key !== part.key && other[field].includes(one.id)),
                  )
                  .map((one) => ({ value: one.id, label: one.name }))}
                showSearch={{ optionFilterProp: 'label' }}
                maxTagCount={8}
              />
            </Field>
          )
        return (
          <fieldset key={part.key} className="split-part">
            <legend>{say('part', { number: index + 1 })}</legend>
            <Field id={id('name')} label={say('name.split')} fault={faultOf(at('name'))}>
              <Input
                {...boundTo(id('name'), faultOf(at('name')))}
                value={part.name}
                maxLength={100}
                onChange={({ target }) => edit(part.key, { name: target.value })}
              />
            </Field>
            <Field id={id('shortName')} label={say('shortName')} fault={faultOf(at('shortName'))}>
              <Input
                {...boundTo(id('shortName'), faultOf(at('shortName')))}
                value={part.shortName}
                maxLength={60}
                onChange={({ target }) => edit(part.key, { shortName: target.value })}
              />
            </Field>
            {choose('children', say('children'), below)}
            {choose('employers', say('employers'), covered)}
            {draft.parts.length > 1 ? (
              <Button
                onClick={() =>
                  onChange({
                    parts: draft.parts.filter(({ key }) => key !== part.key),
                    placed: withoutPart(draft.placed, part.key),
                  })
                }
              >
                {say('part.remove')}
              </Button>
            ) : null}
          </fieldset>
        )
      })}
      {draft.parts.length < partsAtMost ? (
        <Button onClick={() => onChange({ parts: [...draft.parts, emptyPart()] })}>{say('part.add')}</Button>
      ) : null}
    </>
  )
}

type Paged<T> = {
  readonly data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined
  readonly hasNextPage: boolean
  readonly isFetching: boolean
  readonly fetchNextPage: () => unknown
}

/** All pages of a list that is short: of what one union has. */
export function useEveryPage<T>({ data, hasNextPage, isFetching, fetchNextPage }: Paged<T>): T[] {
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return data?.pages.flatMap(({ items }) => items) ?? []
}
