import { query } from '@gongqiao/kernel/command/query.ts'
import { absent } from '@gongqiao/kernel/refusal.ts'
import { openUnitsById } from '../../open-unit.ts'
import { RegistrationKey, RegistrationView } from '../contract.ts'
import { applicantReach } from '../open.ts'
import { registeredBy } from '../record.ts'
import { registersFor, registrationView } from '../view.ts'

/** One application, for the union that made it and for its registrar. Refuses `kernel.absent`, `kernel.forbidden`. */
export const findRegistration = query({
  act: 'organization.view_registration',
  by: ['post'],
  input: RegistrationKey,
  output: RegistrationView,
  cellOf: (input) => input.cell,
  beyond: applicantReach,
  async run({ tx, input, actor, today, allow, reach, services }) {
    const ids = await registeredBy(tx, input.cell, input.matter)
    const units = await openUnitsById(tx, [ids.unit, ids.registrar])
    const [unit, registrar] = [units.get(ids.unit), units.get(ids.registrar)]
    if (!unit || !registrar) throw absent()
    const of = registersFor(actor, registrar) ? registrar : unit
    allow({ cell: of.cell_id, path: of.path })
    await reach('applicant', { cell: unit.cell_id, path: unit.path })
    return registrationView(tx, services, actor, input, today)
  },
})
