import type { ApplicationView } from '@gongqiao/modules/membership/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { applicationQuery } from '../membership/queries.ts'
import { useActing } from '../session/acting.tsx'
import { FormDialog } from './form-dialog.tsx'
import { routeFields } from './forms.ts'
import { useLifeSay } from './texts/index.ts'

/** A union above gives an application that waits below to the union it belongs to 转办. */
export function RouteButton({ view }: { view: ApplicationView }) {
  const say = useLifeSay()
  const { api, may, post } = useActing()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const isAbove = post.unit.id !== view.unit.id
  if (!isAbove || !view.steps.includes('route') || !may('membership.route_application')) return null
  return (
    <>
      <Button size="large" onClick={() => setAsking(true)}>
        {say('act.route')}
      </Button>
      {asking ? (
        <FormDialog<ApplicationView>
          title={say('title.route', { name: view.name })}
          action={say('act.route')}
          path={`/api/cells/${view.cell}/applications/${view.matter}/routing`}
          fields={routeFields}
          follows={[say('follow.route')]}
          onDone={async (after) => {
            client.setQueryData(applicationQuery(api, view).queryKey, after)
            await client.invalidateQueries({ queryKey: [api.post, api.language, 'queue'] })
          }}
          close={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
