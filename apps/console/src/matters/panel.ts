import type { MatterKey } from './keys.ts'
import type { Listed } from './use-as-listed.ts'

/** What the panel of any kind of matter is given. */
export type PanelProps = {
  readonly matter: MatterKey
  /** How a newer list shows it, or null where no list does. */
  readonly listed: Listed | null
  /** Leads on to the next one of the list. */
  readonly onNext: (() => void) | null
}
