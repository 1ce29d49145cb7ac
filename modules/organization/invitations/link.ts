import { randomToken } from '@gongqiao/kernel/crypto/random.ts'
import type { Services } from '@gongqiao/kernel/services.ts'

/** For how many days a link of an invitation works. */
export const invitationDays = 14
const secretBytes = 24

/** The secret of an invitation's link: it says in which cell it is looked for, and nothing else. */
export type InvitationToken = { readonly text: string; readonly digest: Buffer }

/** Makes the secret of a new link. */
export function newInvitationToken(services: Services, cell: number): InvitationToken {
  const text = `${cell.toString(36)}-${randomToken(secretBytes)}`
  return { text, digest: digestOf(services, text) }
}

/** Reads a link's secret; undefined for what no link of ours ever was. */
export function readInvitationToken(
  services: Services,
  text: string,
): { readonly cell: number; readonly digest: Buffer } | undefined {
  const found = /^([0-9a-z]{1,4})-[\w-]{32}$/.exec(text)
  const cell = Number.parseInt(found?.[1] ?? '', 36)
  return found && cell <= 999_999 ? { cell, digest: digestOf(services, text) } : undefined
}

function digestOf(services: Services, text: string): Buffer {
  return services.keyring.digest('code', `officer invitation ${text}`)
}

/** The address an officer opens. The secret stands behind #, so that it reaches no log and no other site. */
export function invitationLink(services: Services, text: string): string {
  return `${services.publicUrl}/console/invitation#${text}`
}
