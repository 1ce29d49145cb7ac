import { application } from '@gongqiao/modules/membership/machine.ts'

/** Names one matter of one cell. */
export type MatterKey = { readonly cell: number; readonly matter: string }

/** A matter with its kind: whoever opens it knows which panel draws it before anything is fetched. */
export type NamedMatter = MatterKey & { readonly kind: string }

/** A matter as one word, for the address and for list rows: `330281.0193….membership.transfer`; an application needs no kind. */
export function matterWord({ cell, matter, kind }: MatterKey & { readonly kind?: string }): string {
  return `${cell}.${matter}${kind === undefined || kind === application.name ? '' : `.${kind}`}`
}

const shape = /^(\d{1,6})\.([0-9a-f-]{36})(?:\.([a-z_]{1,40}\.[a-z_]{1,40}))?$/

/** Reads such a word back; null for anything else, for the address is typed by people. */
export function matterOf(word: string | undefined): NamedMatter | null {
  const [, cell, matter, kind = application.name] = shape.exec(word ?? '') ?? []
  return cell === undefined || matter === undefined ? null : { cell: Number(cell), matter, kind }
}
