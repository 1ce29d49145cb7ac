import type { SealedColumn } from '@gongqiao/kernel/whole/write-whole.ts'

/** What of the sealed columns a whole export shows in the clear as well: what a successor needs to go on. */
export const openedColumns: readonly SealedColumn[] = [
  {
    table: 'people.person',
    id: 'id',
    columns: { identity_cipher: 'identity_number', phone_cipher: 'phone' },
  },
]
