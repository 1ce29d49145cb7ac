import type { ElectionView } from '@gongqiao/modules/elections/contract.ts'
import { MatterHistory } from '../matters/matter-history.tsx'

/** What happened, first things first. */
export function History({ lines }: { lines: ElectionView['history'] }) {
  return <MatterHistory lines={lines} />
}
