import type { Given } from '@gongqiao/kernel/command/command.ts'
import type { Fault } from '@gongqiao/kernel/refusal.ts'
import type { RegistrationForm } from './contract.ts'
import { formFaults, wishFaults } from './rules.ts'

/** What is wrong with an application as it came, beyond its shape. */
export function givenFaults(given: Given, today: string): Fault[] {
  const { form } = given
  return [
    ...(form !== null && typeof form === 'object' ? formFaults(asPartial(form), today) : []),
    ...wishFaults(given['wish'], given, today),
  ]
}

/** Safe because every rule asks what kind of value a field is before it reads it. */
function asPartial(form: object): Partial<RegistrationForm> {
  return form as Partial<RegistrationForm>
}
