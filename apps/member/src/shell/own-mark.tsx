import { Mark } from '@gongqiao/ui/mark.tsx'
import { useInstallation } from './installation.ts'

/** The installation's own mark, where it has one; else the net of seven seeds. The name in text stands beside it. */
export function OwnMark({ size }: { size: number }) {
  const picture = useInstallation()?.mark
  return picture ? <img src={picture} width={size} height={size} alt="" /> : <Mark size={size} />
}
