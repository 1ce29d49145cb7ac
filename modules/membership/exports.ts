import { civilDay } from '@gongqiao/calendar'
import { type AnyExportKind, type ExportColumn, exportShape, exportTotal } from '@gongqiao/kernel/exports/kind.ts'
import type { MatterParts } from '@gongqiao/kernel/matter/parts.ts'
import { queueQuery } from '@gongqiao/kernel/matter/queries/list-queue.ts'
import { aboutUnit } from '@gongqiao/modules/organization/index.ts'
import { countByEmployer } from './confidential/queries/count-by-employer.ts'
import type { RollRow } from './contract.ts'
import { countRollQuery } from './queries/count-roll.ts'
import { listJoiningCodes } from './queries/list-joining-codes.ts'
import { openRollQuery } from './queries/open-roll.ts'
import { peopleQuery } from './queries/search-people.ts'
import { transferExports } from './transfer/exports.ts'

const pageSize = 1_000

const name: ExportColumn<RollRow> = { title: 'membership.export.name', value: (row) => row.name }
const facts: readonly ExportColumn<RollRow>[] = [
  {
    title: 'membership.export.sex',
    width: 8,
    value: (row, say) => say(`membership.export.sex.${row.sex}`),
  },
  { title: 'membership.export.age', kind: 'number', width: 8, value: (row) => row.age },
]
const standing: readonly ExportColumn<RollRow>[] = [
  { title: 'membership.export.status', value: (row, say) => say(`membership.export.status.${row.status}`) },
  { title: 'membership.export.unit', width: 40, value: (row) => row.unit.name },
  { title: 'membership.export.since', kind: 'day', value: (row) => row.since },
  { title: 'membership.export.claimed', value: (row, say) => say(`membership.export.${row.claimed ? 'yes' : 'no'}`) },
  { title: 'membership.export.affirmed', value: (row, say) => say(`membership.export.${row.affirmed ? 'yes' : 'no'}`) },
]

/** The lists of this module that leave as a file 导出; each is its own list's query, in longer pages and under an act of its own. */
export const membershipExports = (matters: MatterParts): readonly AnyExportKind[] => [
  {
    name: 'membership.roll',
    title: 'membership.export.roll',
    masked: exportShape(peopleQuery('membership.export_roll', pageSize), [
      name,
      ...facts,
      { title: 'membership.export.identity_mask', width: 24, value: (row) => row.identityMask },
      ...standing,
      { title: 'membership.export.member_number', width: 40, value: (row) => row.membership },
    ]),
    unmasked: exportShape(openRollQuery('membership.export_roll_unmasked', pageSize), [
      name,
      ...facts,
      { title: 'membership.export.identity_number', width: 24, value: (row) => row.identityNumber },
      { title: 'membership.export.phone', width: 16, value: (row) => row.phone },
      ...standing,
    ]),
    total: exportTotal(countRollQuery('membership.export_roll')),
    about: aboutUnit,
  },
  {
    name: 'membership.queue',
    title: 'membership.export.queue',
    masked: exportShape(queueQuery(matters, 'membership.export_queue', pageSize), [
      { title: 'membership.export.matter', value: (row, say) => say(`kind.${row.kind}.name`) },
      { title: 'membership.export.whom', value: (row) => row.title },
      { title: 'membership.export.unit', width: 40, value: (row) => row.unit.name },
      { title: 'membership.export.opened', kind: 'day', value: (row) => civilDay(new Date(row.openedAt)) },
      { title: 'membership.export.due', kind: 'day', value: (row) => row.dueOn },
      {
        title: 'membership.export.late',
        value: (row, say) =>
          say(`membership.export.turn.${row.overdue ? 'late' : row.waitingSince === null ? 'ours' : 'person'}`),
      },
    ]),
    unmasked: undefined,
    total: undefined,
    about: undefined,
  },
  {
    name: 'membership.codes',
    title: 'membership.export.codes',
    masked: exportShape({ ...listJoiningCodes, act: 'membership.export_codes' }, [
      { title: 'membership.export.label', width: 24, value: (code) => code.label },
      { title: 'membership.export.unit', width: 40, value: (code) => code.unit.name },
      { title: 'membership.export.link', width: 60, value: (code) => code.link },
      { title: 'membership.export.short_code', value: (code) => code.shortCode },
      { title: 'membership.export.code_state', value: (code, say) => say(`membership.export.code.${code.state}`) },
      { title: 'membership.export.made', kind: 'day', value: (code) => civilDay(new Date(code.createdAt)) },
      { title: 'membership.export.expires', kind: 'day', value: (code) => civilDay(new Date(code.expiresAt)) },
      { title: 'membership.export.used', kind: 'number', value: (code) => code.used },
    ]),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
  ...transferExports,
  {
    name: 'membership.employers',
    title: 'membership.export.employers',
    masked: exportShape({ ...countByEmployer, act: 'membership.export_employers' }, [
      { title: 'membership.export.unit', width: 40, value: (row) => row.unit.name },
      { title: 'membership.export.people', value: (row) => row.people ?? (row.small ? '<10' : '*') },
    ]),
    unmasked: undefined,
    total: undefined,
    about: aboutUnit,
  },
]
