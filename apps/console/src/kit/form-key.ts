import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { useState } from 'react'

/** The idempotency key of one filling of a form. */
export type FormKey = {
  /** The key to send now; retries of the same filling send the same one. */
  now(): string
  /** The server said no: the next edit makes another filling. */
  refused(): void
  edited(): void
  /** The act is done; whatever comes next is another filling. */
  done(): void
}

/** Makes a key that outlives retries and changes after an edit that follows a refusal. */
export function formKey(make: () => string = newId): FormKey {
  let key = make()
  let wasRefused = false
  const renew = () => {
    key = make()
    wasRefused = false
  }
  return {
    now: () => key,
    refused: () => {
      wasRefused = true
    },
    edited: () => {
      if (wasRefused) renew()
    },
    done: renew,
  }
}

/** A form key that lives as long as the form on the screen. */
export function useFormKey(): FormKey {
  const [key] = useState(() => formKey())
  return key
}
