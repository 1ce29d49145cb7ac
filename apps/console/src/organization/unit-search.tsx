import { SearchOutlined } from '@ant-design/icons'
import type { UnitHit } from '@gongqiao/modules/organization/contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useActing } from '../session/acting.tsx'
import { searchQuery } from './queries.ts'
import { useOrganizationSay } from './texts/index.ts'
import { UnitHitLines } from './unit-hit-lines.tsx'
import './unit-search.css'

/**
 * Finds a union while it is typed, by name, former name, pinyin initials or credit code; arrows choose, Enter opens,
 * Escape leaves.
 */
export function UnitSearch({
  input,
  onChoose,
}: {
  input: RefObject<HTMLInputElement | null>
  onChoose: (unit: string) => void
}) {
  const say = useOrganizationSay()
  const { api, post } = useActing()
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const asked = useSettled(text.trim(), 180)
  const found = useQuery({
    ...searchQuery(api, asked, post.unit.id),
    enabled: asked !== '' && open,
    placeholderData: keepPreviousData,
  })
  const hits: readonly UnitHit[] = asked === '' ? [] : (found.data?.items ?? [])
  const shown = open && asked !== ''

  function choose(hit: UnitHit | undefined) {
    if (hit === undefined) return
    setText('')
    setOpen(false)
    input.current?.blur()
    onChoose(hit.unit.id)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(Math.min(Math.max(at + step, 0), Math.max(hits.length - 1, 0)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(hits[at])
    } else if (event.key === 'Escape') {
      setOpen(false)
      input.current?.blur()
    }
  }

  return (
    <search className="unit-search">
      <SearchOutlined aria-hidden="true" className="unit-search-icon" />
      <input
        ref={input}
        role="combobox"
        aria-label={say('search')}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(shown && hits[at] ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        placeholder={say('search.hint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      <span className="unit-search-key" aria-hidden="true">
        /
      </span>
      <div className="unit-search-found" hidden={!shown}>
        <div role="listbox" id={`${id}-list`} aria-label={say('search.found')}>
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input hears the keys, as a combobox does
            <div
              key={hit.unit.id}
              id={`${id}-${index}`}
              ref={index === at ? intoView : undefined}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The input would lose the focus, and with it the list, before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
            >
              <UnitHitLines hit={hit} top={post.unit.id} />
            </div>
          ))}
        </div>
        <p role="status" className="soft unit-search-words">
          {found.isError
            ? say('search.failed')
            : found.isFetching
              ? say('search.busy')
              : hits.length === 0
                ? say('search.none', { text: asked, unit: post.unit.shortName })
                : found.data?.more
                  ? say('search.many', { count: hits.length })
                  : ''}
        </p>
      </div>
    </search>
  )
}

/** The chosen one stays in sight while the arrows walk the list. */
function intoView(option: HTMLElement | null) {
  option?.scrollIntoView({ block: 'nearest' })
}

/** A value once it has stood still for a while, so that not every key asks the server. */
function useSettled(value: string, waitMs: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(wait)
  }, [value, waitMs])
  return settled
}
