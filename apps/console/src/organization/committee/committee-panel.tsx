import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { GenericPanel } from '../../matters/generic-panel.tsx'
import type { PanelProps } from '../../matters/panel.ts'
import { matterQuery } from '../../matters/queries.ts'
import { useActing } from '../../session/acting.tsx'
import { useCommitteeSay } from './texts.ts'

/** The end of a term or a vacant chair on the desk: as any matter, and the way to the page where it is dealt with. */
export function CommitteePanel(props: PanelProps) {
  const say = useCommitteeSay()
  const { api } = useActing()
  const unit = useQuery(matterQuery(api, props.matter)).data?.unit
  return (
    <GenericPanel
      {...props}
      doneAt={
        unit ? (
          <p className="note">
            <Link to="/units/$unit/committee" params={{ unit: unit.id }}>
              {say('panel.go', { unit: unit.name })}
            </Link>
          </p>
        ) : null
      }
    />
  )
}
