export { application } from './machine.ts'
export { membershipRefusals } from './refusals.ts'
export { statusChanged } from './joining/begin.ts'
