import { Settings } from 'typebox/system'

/** More than a body of the largest size can hold. */
const errorsAtMost = 200_000

/** What is wrong with a value, all of it: the library would stop after eight. */
export function shapeErrors<E>(validator: { Errors(value: unknown): E[] }, value: unknown): E[] {
  Settings.Set({ maxErrors: errorsAtMost })
  return validator.Errors(value)
}
