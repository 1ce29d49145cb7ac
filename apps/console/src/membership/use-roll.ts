import type { RollView } from '@gongqiao/modules/membership/contract.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { useActing } from '../session/acting.tsx'
import { keepRollColumns, type PeopleWish, peopleQuery, rollQuery, rollViewsQuery } from './queries.ts'
import { type RollColumn, readColumns, rollColumns } from './roll-columns.ts'
import { isNumber, isPlain, type RollMatch, type RollSearch, searchOf, wishOf } from './roll-search.ts'

/**
 * The roll as it is looked at: what the address says, a number that is sought (on this screen only: no address and no
 * view holds it), the pages, the officer's views and columns.
 */
export function useRoll() {
  const { api } = useActing()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const search = useSearch({ from: '/desk/units/$unit/people' })
  const navigate = useNavigate({ from: '/units/$unit/people' })
  const client = useQueryClient()
  const [sought, setSought] = useState<{ unit: string; number: string } | null>(null)
  const number = sought?.unit === unit ? sought.number : null
  const views = useQuery(rollViewsQuery(api))
  const [chosen, setChosen] = useState<readonly RollColumn[] | null>(null)
  const first = views.data?.items.find((view) => view.opensFirst)
  const beginning = useBeginning(first, search, views.isPending, (view) => {
    setChosen(readColumns(view.columns))
    void navigate({ search: searchOf(view.wish), replace: true })
  })

  const { order = 'place', status, stand } = search
  const plain = isPlain(search, number)
  const known = stand === 'unclaimed' || stand === 'unaffirmed' ? stand : undefined
  const list = useInfiniteQuery({ ...rollQuery(api, unit, order, status, known), enabled: plain && !beginning })
  const { find, order: _, ...others } = wishOf(search)
  const wish: PeopleWish = { ...others, ...textOf(number ?? find) }
  const found = useInfiniteQuery({
    ...peopleQuery(api, unit, wish),
    enabled: !plain && !beginning,
    // A number does not outlive the screen it was typed on.
    ...(number === null ? {} : { gcTime: 0 }),
  })
  const keep = useMutation({
    mutationFn: (columns: readonly RollColumn[]) => keepRollColumns(api, columns),
    onSuccess: ({ columns }) =>
      client.setQueryData(rollViewsQuery(api).queryKey, (before) => before && { ...before, columns }),
  })
  const columns = chosen ?? readColumns(views.data?.columns) ?? rollColumns

  const show = (next: RollSearch) => void navigate({ search: { ...next, member: undefined } })
  return {
    unit,
    search,
    number,
    plain,
    wish,
    pages: plain ? list : found,
    views: views.data?.items ?? [],
    columns,
    show,
    setColumns(next: readonly RollColumn[]) {
      setChosen(next)
      keep.mutate(next)
    },
    look(text: string, match: RollMatch) {
      const asksNumber = isNumber(text)
      setSought(asksNumber ? { unit, number: text } : null)
      // A number means one person: no filter stands between.
      if (asksNumber) show({})
      else if (text === '') show({ ...search, find: undefined, match: undefined })
      else show({ ...search, find: text, match: match === 'inside' ? undefined : match })
    },
    openView(view: RollView) {
      setSought(null)
      setChosen(readColumns(view.columns))
      show(searchOf(view.wish))
    },
  }
}

function textOf(text: string | undefined): { text?: string } {
  return text === undefined ? {} : { text }
}

/**
 * An address that says nothing opens with the view the officer chose for that, once. True until it is known whether there
 * is one, and until it is open: nobody is looked at in vain.
 */
function useBeginning(
  first: RollView | undefined,
  search: RollSearch,
  pending: boolean,
  open: (view: RollView) => void,
): boolean {
  const bare = search.member === undefined && Object.keys(wishOf(search)).length === 0
  const opens = first !== undefined && Object.keys(wishOf(searchOf(first.wish))).length > 0
  const [begun, setBegun] = useState(!bare)
  const begin = useEffectEvent(() => {
    if (first) open(first)
  })
  useEffect(() => {
    if (begun || pending) return
    if (opens && bare) begin()
    else setBegun(true)
  }, [begun, pending, opens, bare])
  return !begun && bare && (pending || opens)
}
