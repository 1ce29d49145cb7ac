import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type Act, useActing } from '../session/acting.tsx'
import type { ExportKind, ExportWish } from './queries.ts'
import { useExportsSay } from './texts/index.ts'

const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }))

const acts: { readonly [kind in ExportKind]: Act } = {
  'membership.roll': 'membership.export_roll',
  'membership.queue': 'membership.export_queue',
  'membership.codes': 'membership.export_codes',
  'membership.employers': 'membership.export_employers',
  'membership.transfers_in': 'membership.export_transfers',
  'membership.transfers_out': 'membership.export_transfers',
  'organization.units': 'organization.export_units',
  'organization.posts': 'organization.export_posts',
  'organization.employers': 'organization.export_employers',
  'organization.foundings': 'organization.export_foundings',
  'organization.certificates': 'organization.export_certificates',
  'insight.figures': 'insight.export_figures',
  'rights.figures': 'rights.export_figures',
}

/** Takes a list out as a file, with what it shows and in its order; not there for a post that may not. */
export function ExportButton({
  kind,
  filter,
  className,
  label,
}: {
  kind: ExportKind
  filter: ExportWish['filter']
  className?: string
  /** What the button says where a page has two. */
  label?: 'open.units'
}) {
  const say = useExportsSay()
  const { may } = useActing()
  const [asking, setAsking] = useState(false)
  if (!may(acts[kind])) return null
  return (
    <>
      <Button
        icon={<DownloadOutlined aria-hidden="true" />}
        onClick={() => setAsking(true)}
        {...(className && { className })}
      >
        {say(label ?? 'open')}
      </Button>
      {asking ? (
        <Suspense fallback={null}>
          <ExportDialog kind={kind} filter={filter} close={() => setAsking(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
