import { type AnyExportKind, exportShape } from '@gongqiao/kernel/exports/kind.ts'
import { aboutUnit } from './about-unit.ts'
import { unitsBelowQuery } from './queries/list-below.ts'
import { listPosts } from './queries/list-posts.ts'

const pageSize = 1_000

/** The lists of this module that leave as a file 导出. */
export const organizationExports: readonly AnyExportKind[] = [
  {
    name: 'organization.units',
    title: 'organization.export.units',
    masked: exportShape(unitsBelowQuery('organization.export_units', pageSize), [
      { title: 'organization.export.name', width: 40, value: (unit) => unit.name },
      { title: 'organization.export.short_name', width: 20, value: (unit) => unit.shortName },
      { title: 'organization.export.level', value: (unit, say) => say(`organization.export.level.${unit.level}`) },
      { title: 'organization.export.credit_code', width: 22, value: (unit) => unit.creditCode },
      { title: 'organization.export.division_code', width: 16, value: (unit) => unit.divisionCode },
      { title: 'organization.export.children', kind: 'number', value: (unit) => unit.children },
      { title: 'organization.export.state', value: (unit, say) => say(`organization.export.state.${unit.state}`) },
    ]),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
  {
    name: 'organization.posts',
    title: 'organization.export.posts',
    masked: exportShape({ ...listPosts, act: 'organization.export_posts' }, [
      { title: 'organization.export.name', width: 40, value: (post) => post.unit.name },
      { title: 'organization.export.post', width: 24, value: (post) => post.title },
      { title: 'organization.export.holder', value: (post) => post.holderName },
      { title: 'organization.export.since', kind: 'day', value: (post) => post.since },
    ]),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
]
