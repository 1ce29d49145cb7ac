import { TransferKey } from '../contract.ts'
import { transferStep } from '../officer-step.ts'

/**
 * Takes an objection back 撤回异议: the member may go.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`.
 */
export const dropObjection = transferStep({
  act: 'membership.drop_objection',
  input: TransferKey,
  step: 'drop',
  releases: 'union',
})
