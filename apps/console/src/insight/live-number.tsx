import { formatNumber } from '@gongqiao/ui/format.ts'
import { useEffect, useRef } from 'react'

/** A number in a table that shows quietly when it has just changed; with its own label where a row folds on a phone. */
export function LiveNumber({ value, label }: { value: number; label: string }) {
  const cell = useRef<HTMLTableCellElement>(null)
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    cell.current?.classList.add('just-changed')
    const timer = window.setTimeout(() => cell.current?.classList.remove('just-changed'), 2500)
    return () => window.clearTimeout(timer)
  }, [value])
  return (
    <td className="number" data-label={label} ref={cell}>
      {formatNumber(value)}
    </td>
  )
}
