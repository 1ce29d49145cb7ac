import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { HeadingRows } from './heading-rows.tsx'
import { asMapping, assign, type Headings, missingIn, proposed } from './mapping.ts'
import { LeftOut, MappingTable } from './mapping-table.tsx'
import { mapImport } from './queries.ts'
import { useImportsSay } from './texts/index.ts'
import { useImportStep } from './use-step.ts'

/** Which column is what: proposed by the server, confirmed by the clerk; then the dry run begins. */
export function MappingPanel({ view, onDone }: { view: ImportView; onDone: (() => void) | null }) {
  const say = useImportsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const [headings, setHeadings] = useState<Headings>(view)
  const [assigned, setAssigned] = useState(() => proposed(view))
  const map = useImportStep(view, (of, _said: null, once) => mapImport(api, of, asMapping(headings, assigned), once))
  const missing = missingIn(headings, assigned)
  const kept = headings.sheetColumns.some(({ from }) => from === 'kept')
  return (
    <>
      <section className="import-box" aria-labelledby="import-map">
        <h3 id="import-map">{say('map.title')}</h3>
        <p className="soft">{say('map.words')}</p>
        {kept ? <p>{say('map.kept')}</p> : null}
        <HeadingRows
          view={view}
          headings={headings}
          onLook={(next) => {
            setHeadings(next)
            setAssigned(proposed(next))
          }}
        />
        <MappingTable
          headings={headings}
          assigned={assigned}
          onAssign={(key, index) => {
            map.reset()
            setAssigned(assign(assigned, key, index))
          }}
        />
        <LeftOut headings={headings} assigned={assigned} />
      </section>
      {missing.length > 0 ? (
        <p className="note" role="status">
          {say('map.missing', { columns: missing.map(({ title }) => title).join(say('rows.comma')) })}
        </p>
      ) : null}
      {map.isError ? <FailureNotice failure={map.error} quiet /> : null}
      <div className="import-acts">
        <Button type="primary" disabled={missing.length > 0} loading={map.isPending} onClick={() => map.mutate(null)}>
          {say('map.go')}
        </Button>
        {onDone ? <Button onClick={onDone}>{kit('cancel')}</Button> : null}
        <p className="soft">{say('map.go.words')}</p>
      </div>
    </>
  )
}
