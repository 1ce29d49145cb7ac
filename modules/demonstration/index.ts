export { workerPhone } from './accounts.ts'
export { type DemonstrationSize, seedDemonstration } from './seed.ts'
export { accountOf, demonstrationPassword, totpCodeOf } from './sign-ins.ts'
