import type { Unit } from '@gongqiao/modules/organization/contract.ts'
import { createContext, useContext } from 'react'

/** The union whose tab is open. */
export const UnitContext = createContext<Unit | null>(null)

export function useUnit(): Unit {
  const unit = useContext(UnitContext)
  if (unit === null) throw new Error('no union above this screen')
  return unit
}
