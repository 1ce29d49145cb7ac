import { get, post, type Route } from '@gongqiao/kernel/http/route.ts'
import { applyForRegistration } from './commands/apply-for-registration.ts'
import { grantRegistration } from './commands/grant-registration.ts'
import { mendRegistration } from './commands/mend-registration.ts'
import { returnRegistration } from './commands/return-registration.ts'
import { withdrawRegistration } from './commands/withdraw-registration.ts'
import { draftRegistration } from './queries/draft-registration.ts'
import { drawCertificate } from './queries/draw-certificate.ts'
import { findRegistration } from './queries/find-registration.ts'
import { listCertificates } from './queries/list-certificates.ts'
import { listPastCertificates } from './queries/list-past-certificates.ts'
import { listRegistrations } from './queries/list-registrations.ts'
import { listUnitRegistrations } from './queries/list-unit-registrations.ts'

const one = '/cells/:cell/registrations/:matter'

export const registrationRoutes: readonly Route[] = [
  get('/units/:unit/registration', listUnitRegistrations, '一个工会的法人登记'),
  get('/units/:unit/registration/draft', draftRegistration, '登记表里已经知道的'),
  post('/units/:unit/registrations', applyForRegistration, '申请法人登记', { status: 201 }),
  get('/units/:unit/registrations', listRegistrations, '等待核准的登记申请'),
  get('/units/:unit/certificates', listCertificates, '法人资格证书'),
  get('/units/:unit/certificates/past', listPastCertificates, '截至某日的法人资格证书'),
  get('/cells/:cell/certificates/:id/pdf', drawCertificate, '打印法人资格证书', { asBytes: ['application/pdf'] }),
  get(one, findRegistration, '一份登记申请'),
  post(`${one}/granting`, grantRegistration, '核准登记'),
  post(`${one}/return`, returnRegistration, '退回补正'),
  post(`${one}/mending`, mendRegistration, '补正后重新提交'),
  post(`${one}/withdrawal`, withdrawRegistration, '撤回登记申请'),
]
