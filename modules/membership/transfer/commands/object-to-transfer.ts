import { ObjectionForm } from '../contract.ts'
import { findDecider } from '../decider.ts'
import { transferStep } from '../officer-step.ts'

/**
 * Objects to a transfer 提出异议: with a listed reason and words that explain it, which the member sees. The union above both
 * has it from then on, and a clock of its own.
 *
 * Refuses `kernel.absent`, `kernel.forbidden`, `matter.step_not_open`, an explanation of fewer than ten characters.
 *
 * @see rulebook MEM-31; design section 2.7
 */
export const objectToTransfer = transferStep({
  act: 'membership.object_to_transfer',
  input: ObjectionForm,
  step: 'object',
  decider: findDecider,
  tells: 'membership.message.transfer_objected',
})
