import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { boundTo, Field } from '../kit/field.tsx'
import { useActing } from '../session/acting.tsx'
import type { Headings } from './mapping.ts'
import { lookAtHeadings } from './queries.ts'
import { readHeadingRows } from './read-heading-rows.ts'
import { useImportsSay } from './texts/index.ts'

/** Which sheet of the workbook is read and where its headings stand; the clerk may say otherwise and look again. */
export function HeadingRows({
  view,
  headings,
  onLook,
}: {
  view: ImportView
  headings: Headings
  onLook: (headings: Headings) => void
}) {
  const say = useImportsSay()
  const { api } = useActing()
  const [changing, setChanging] = useState(false)
  const [rows, setRows] = useState(headings.headerRows.join(',') || '0')
  const [tried, setTried] = useState(false)
  const look = useMutation({
    mutationFn: (as: { sheet?: string; rows?: readonly number[] }) => lookAtHeadings(api, view, as),
    onSuccess(found) {
      onLook({ ...headings, ...found })
      setRows(found.headerRows.join(',') || '0')
      setChanging(false)
    },
  })
  const read = readHeadingRows(rows)
  const fault = tried && read === null ? say('map.header.fault') : null

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (read !== null) look.mutate({ ...(headings.sheet !== '' && { sheet: headings.sheet }), rows: read })
  }

  return (
    <>
      <form className="import-header-rows" onSubmit={submit} noValidate>
        {view.sheets.length > 1 ? (
          <Field id="import-sheet" label={say('map.sheet')}>
            <Select
              {...boundTo('import-sheet', null)}
              value={headings.sheet}
              options={view.sheets.map((name) => ({ value: name, label: name }))}
              popupMatchSelectWidth={false}
              virtual={false}
              onChange={(sheet: string) => look.mutate({ sheet })}
            />
          </Field>
        ) : null}
        {changing ? (
          <>
            <Field id="import-header" label={say('map.header')} why={say('map.header.why')} fault={fault}>
              <Input
                {...boundTo('import-header', fault)}
                autoFocus
                inputMode="numeric"
                value={rows}
                onChange={({ target }) => setRows(target.value)}
              />
            </Field>
            <Button htmlType="submit" loading={look.isPending}>
              {say('map.header.go')}
            </Button>
          </>
        ) : (
          <p role="status">
            {headings.headerRows.length === 0
              ? say('map.header.none')
              : say('map.header.is', { rows: headings.headerRows.join(say('rows.comma')) })}{' '}
            <Button type="link" onClick={() => setChanging(true)}>
              {say('map.header.change')}
            </Button>
          </p>
        )}
      </form>
      {look.isError ? <FailureNotice failure={look.error} quiet /> : null}
    </>
  )
}
