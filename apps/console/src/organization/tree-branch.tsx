import { RightOutlined } from '@ant-design/icons'
import type { UnitName } from '@gongqiao/modules/organization/contract.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { useActing } from '../session/acting.tsx'
import { childrenQuery } from './queries.ts'
import { useOrganizationSay } from './texts/index.ts'

/** A union as the tree draws it. */
export type TreeUnit = UnitName & { readonly children: number }

type Tree = {
  readonly expanded: ReadonlySet<string>
  readonly toggle: (id: string, open: boolean) => void
  /** The line that takes the focus when the tree is entered. */
  readonly active: string
  readonly setActive: (id: string) => void
  readonly chosen: string | null
  readonly onChoose: (unit: string) => void
  /** The chosen union and all above it, nation first. */
  readonly trail: readonly TreeUnit[]
}

const outside: Tree = {
  expanded: new Set(),
  toggle: () => {},
  active: '',
  setActive: () => {},
  chosen: null,
  onChoose: () => {},
  trail: [],
}
export const TreeContext = createContext<Tree>(outside)

/** One union's line and, when it is open, the lines below it. The lines stand flat; their level says how deep. */
export function TreeBranch({ unit, level }: { unit: TreeUnit; level: number }) {
  const tree = useContext(TreeContext)
  const open = unit.children > 0 ? tree.expanded.has(unit.id) : null
  return (
    <>
      <div
        role="treeitem"
        aria-level={level}
        aria-selected={tree.chosen === unit.id}
        {...(open === null ? {} : { 'aria-expanded': open })}
        tabIndex={tree.active === unit.id ? 0 : -1}
        data-unit={unit.id}
        data-name={unit.shortName}
        className="tree-line"
        style={indent(level)}
        onFocus={() => tree.setActive(unit.id)}
      >
        {open === null ? (
          <span className="tree-leaf" />
        ) : (
          <button
            type="button"
            className="tree-toggle"
            tabIndex={-1}
            aria-hidden="true"
            onClick={() => tree.toggle(unit.id, !open)}
          >
            <RightOutlined rotate={open ? 90 : 0} />
          </button>
        )}
        <button
          type="button"
          className="tree-name"
          tabIndex={-1}
          data-open
          title={unit.name}
          onClick={() => tree.onChoose(unit.id)}
        >
          {unit.shortName}
        </button>
      </div>
      {open ? <Below unit={unit} level={level + 1} /> : null}
    </>
  )
}

function indent(level: number) {
  return { paddingInlineStart: (level - 1) * 14 }
}

function Below({ unit, level }: { unit: TreeUnit; level: number }) {
  const say = useOrganizationSay()
  const { api } = useActing()
  const tree = useContext(TreeContext)
  const below = useInfiniteQuery(childrenQuery(api, unit.id))
  const loaded: readonly TreeUnit[] = below.data?.pages.flatMap((page) => page.items) ?? []

  const step = tree.trail.findIndex((above) => above.id === unit.id)
  const onTrail = step === -1 ? undefined : tree.trail[step + 1]
  const astray = onTrail && !below.isPending && !loaded.some((child) => child.id === onTrail.id) ? onTrail : null

  return (
    <>
      {loaded.map((child) => (
        <TreeBranch key={child.id} unit={child} level={level} />
      ))}
      {below.isPending ? <Line level={level} text={say('tree.loading')} /> : null}
      {below.isError ? <Line level={level} text={say('tree.failed')} onPress={() => void below.refetch()} /> : null}
      {below.hasNextPage ? (
        <Line
          level={level}
          text={below.isFetchingNextPage ? say('tree.loading') : say('tree.more')}
          onPress={() => void below.fetchNextPage()}
        />
      ) : null}
      {astray ? <TreeBranch unit={astray} level={level} /> : null}
    </>
  )
}

/** A line of the tree that is no union: on its way, failed, or the next page. */
function Line({ level, text, onPress }: { level: number; text: string; onPress?: () => void }) {
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={false}
      tabIndex={-1}
      data-name=""
      className="tree-line"
      style={indent(level)}
    >
      <span className="tree-leaf" />
      {onPress ? (
        <button type="button" className="tree-name tree-more" tabIndex={-1} data-open onClick={onPress}>
          {text}
        </button>
      ) : (
        <span className="tree-name soft">{text}</span>
      )}
    </div>
  )
}
