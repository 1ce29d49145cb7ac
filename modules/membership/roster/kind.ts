import { importKind } from '@gongqiao/kernel/imports/kind.ts'
import { identityText } from '@gongqiao/modules/people/index.ts'
import { applyLines } from './apply.ts'
import { rosterColumns } from './columns.ts'
import { compare } from './compare.ts'
import { showRosterRows, whoIsGone } from './gone.ts'
import { letLeave } from './leave.ts'
import { type RosterMemory, rememberUnread, rosterMemory } from './memory.ts'
import { type RosterLine, readRosterLine } from './read-row.ts'
import { undoLines } from './undo.ts'

/**
 * 会员名册: a union's own roster. Whom it names stands on the roll as listed 在册待认领 until they have proved themselves;
 * what they have claimed only they change.
 *
 * @see rulebook 4.3, 8.1–8.3, 8.7, 8.8, MEM-13
 */
export const rosterImport = importKind<RosterLine, RosterMemory>({
  name: 'membership.roster',
  act: 'membership.import',
  title: { zh: '会员名册', en: 'roster of members' },
  columns: rosterColumns,
  read: readRosterLine,
  identity: ({ person, phone, unit }) => ({
    key: identityText(person.identityKind, person.identityNumber),
    print: `${person.name} ${phone} ${unit}`,
    column: 'identityNumber',
  }),
  shown: ({ person, phone, unit, ethnicity, employment, change, since }) => ({
    name: person.name,
    identityNumber: person.identityNumber,
    ...(phone !== null && { phone }),
    ...(unit !== null && { unit }),
    ...(ethnicity !== null && { ethnicity }),
    ...(employment !== null && { employment }),
    ...(change !== null && { change: String(change) }),
    ...(since !== null && { since }),
  }),
  memory: rosterMemory,
  unread: rememberUnread,
  async check(context, rows) {
    const compared = await compare(context, rows)
    for (const { record } of compared) if (record) context.memory.named.add(record.membership)
    return compared.map(({ finding }) => finding)
  },
  close: whoIsGone,
  show: showRosterRows,
  apply: applyLines,
  undo: undoLines,
  leaving: letLeave,
})
