import type { Unit } from '@gongqiao/modules/organization/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useActing } from '../session/acting.tsx'
import { unitQuery } from './queries.ts'
import { useOrganizationSay } from './texts/index.ts'
import { TreeBranch, TreeContext, type TreeUnit } from './tree-branch.tsx'
import { treeMove } from './tree-keys.ts'
import './unit-tree.css'

/**
 * The unions the post may see, opened level by level; 2.8 million of them are never fetched at once.
 *
 * The union on the screen is shown in its place, even where its siblings' page has not been fetched yet.
 */
export function UnitTree({
  root,
  chosen,
  onChoose,
}: {
  root: Unit
  chosen: string | null
  onChoose: (unit: string) => void
}) {
  const say = useOrganizationSay()
  const { api } = useActing()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set([root.id]))
  const [active, setActive] = useState(root.id)
  const tree = useRef<HTMLDivElement>(null)

  const { data: there } = useQuery({ ...unitQuery(api, chosen ?? root.id), enabled: chosen !== null })
  const trail: TreeUnit[] = there ? [...there.chain.map((unit) => ({ ...unit, children: 1 })), there.unit] : []
  const trailKey = trail.map((unit) => unit.id).join(' ')

  useEffect(() => {
    const above = trailKey.split(' ').slice(0, -1)
    if (above.length > 0) setExpanded((before) => new Set([...before, ...above]))
  }, [trailKey])

  function toggle(id: string, open: boolean) {
    const next = new Set(expanded)
    if (open) next.add(id)
    else next.delete(id)
    setExpanded(next)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]
    const here = event.target.closest<HTMLElement>('[role="treeitem"]')
    const at = here ? items.indexOf(here) : -1
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      here?.querySelector<HTMLElement>('[data-open]')?.click()
      return
    }
    const move = treeMove(items.map(lineOf), at, event.key)
    if (move === null) return
    event.preventDefault()
    const item = items[move.line]
    if (move.do === 'focus') item?.focus()
    else toggle(item?.dataset.unit ?? '', move.do === 'expand')
  }

  return (
    <TreeContext value={{ expanded, toggle, active, setActive, chosen, onChoose, trail }}>
      <div role="tree" aria-label={say('tree')} className="tree" ref={tree} onKeyDown={onKeyDown}>
        <TreeBranch unit={root} level={1} />
      </div>
    </TreeContext>
  )
}

function lineOf(item: HTMLElement) {
  const open = item.getAttribute('aria-expanded')
  return {
    level: Number(item.getAttribute('aria-level')),
    expanded: open === null ? null : open === 'true',
    name: item.dataset.name ?? '',
  }
}
