import { civilDay } from '@gongqiao/calendar'
import { type AnyExportKind, exportShape } from '@gongqiao/kernel/exports/kind.ts'
import { aboutUnit } from './about-unit.ts'
import { employersQuery } from './coverage/queries/list-employers.ts'
import { foundingsQuery } from './founding/queries/list-foundings.ts'
import { unitsBelowQuery } from './queries/list-below.ts'
import { listPosts } from './queries/list-posts.ts'
import { certificatesQuery } from './registration/queries/list-certificates.ts'

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
    name: 'organization.employers',
    title: 'organization.export.employers',
    masked: exportShape(employersQuery('organization.export_employers', pageSize), [
      { title: 'organization.export.employer_name', width: 40, value: (one) => one.name },
      { title: 'organization.export.credit_code', width: 22, value: (one) => one.creditCode },
      {
        title: 'organization.export.employer_kind',
        value: (one, say) => say(`organization.employer.kind.${one.kind}`),
      },
      { title: 'organization.export.industry', value: (one) => one.industry },
      { title: 'organization.export.division_code', width: 16, value: (one) => one.divisionCode },
      { title: 'organization.export.founding_employees', kind: 'number', value: (one) => one.employees },
      { title: 'organization.export.employer_union', width: 40, value: (one) => one.union?.name ?? null },
      { title: 'organization.export.since', kind: 'day', value: (one) => one.since },
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
  {
    name: 'organization.foundings',
    title: 'organization.export.foundings',
    masked: exportShape(foundingsQuery('organization.export_foundings', pageSize), [
      { title: 'organization.export.founding_name', width: 40, value: (line) => line.name },
      {
        title: 'organization.export.founding_form',
        value: (line, say) => say(`organization.export.form.${line.form}`),
      },
      {
        title: 'organization.export.founding_state',
        width: 24,
        value: (line, say) => say(`kind.organization.founding.state.${line.state}`),
      },
      { title: 'organization.export.founding_upper', width: 30, value: (line) => line.upper },
      { title: 'organization.export.founding_employers', kind: 'number', value: (line) => line.employers },
      { title: 'organization.export.founding_employees', kind: 'number', value: (line) => line.employees },
      { title: 'organization.export.founding_opened', kind: 'day', value: (line) => civilDay(line.openedAt) },
      { title: 'organization.export.founding_due', kind: 'day', value: (line) => line.dueOn },
    ]),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
  {
    name: 'organization.certificates',
    title: 'organization.export.certificates',
    masked: exportShape(certificatesQuery('organization.export_certificates', pageSize), [
      { title: 'organization.export.name', width: 40, value: (one) => one.name },
      { title: 'organization.export.credit_code', width: 22, value: (one) => one.creditCode },
      { title: 'organization.export.certificate_number', width: 22, value: (one) => one.number },
      { title: 'organization.export.representative', value: (one) => one.representative },
      { title: 'organization.export.registrar', width: 30, value: (one) => one.registrar },
      { title: 'organization.export.valid_from', kind: 'day', value: (one) => one.validFrom },
      { title: 'organization.export.valid_to', kind: 'day', value: (one) => one.validTo },
    ]),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
]
