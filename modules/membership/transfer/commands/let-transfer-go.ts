import { TransferKey } from '../contract.ts'
import { transferStep } from '../officer-step.ts'

/**
 * Lets a member go at once 同意转出, before the days of silence are over.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 *
 * @see rulebook MEM-31
 */
export const letTransferGo = transferStep({
  act: 'membership.let_transfer_go',
  input: TransferKey,
  step: 'let_go',
  releases: 'union',
})
