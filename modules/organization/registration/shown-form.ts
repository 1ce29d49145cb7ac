import { maskIdentityNumber, maskPhone } from '@gongqiao/codes'
import type { RegistrationForm, ShownForm } from './contract.ts'

type Human = Pick<RegistrationForm['handler'], 'identityNumber' | 'mobile'>

/** An application's form as it is shown: of numbers their masks, and no birth date (MEM-20). Whoever mends it types them again. */
export function shownForm(form: RegistrationForm): ShownForm {
  const { representative, handler } = form
  const { identityNumber: _number, mobile: _mobile, birthDate: _birth, ...leader } = representative
  const { identityNumber: _own, mobile: _called, ...clerk } = handler
  return {
    ...form,
    representative: { ...leader, ...masks(representative) },
    handler: { ...clerk, ...masks(handler) },
  }
}

const masks = ({ identityNumber, mobile }: Human) => ({
  identityMask: maskIdentityNumber(identityNumber),
  mobileMask: maskPhone(mobile),
})
