import type { CommandContext } from '@gongqiao/kernel/command/command.ts'
import type { OpenUnit } from '@gongqiao/modules/organization/index.ts'
import type { Known } from '../joining/known.ts'
import { followEmployer } from './follow-employer.ts'

type Context = Pick<CommandContext<{ readonly confidential?: boolean }, 'anyone'>, 'tx' | 'services' | 'now' | 'input'>

/**
 * Where a member who scanned a union's code is asked to go: to that union, or, whoever is confidential or says so now, to
 * the one above it. Which employer they are confidential towards follows the scan, and neither employer is told. The cell
 * of their record is open.
 *
 * @see design section 2.3
 */
export async function keepsConfident(
  { tx, services, now, input }: Context,
  { cell, membership, membership_path: path }: Known,
  scanned: OpenUnit,
  asked: OpenUnit,
): Promise<OpenUnit> {
  if (membership === null || path === null) return asked
  const row = { cell, membership, path }
  return (await followEmployer({ tx, services, now }, row, scanned, input.confidential === true)) ?? asked
}
