import type { MatterKindView, MyMatterWhole } from '@gongqiao/kernel/matter/contract.ts'
import { newId } from '@gongqiao/kernel/shared/ids.ts'
import { type Draft, valuesOf } from '@gongqiao/ui/form-values.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { queryClient, selfQuery } from '../api/queries.ts'
import { Button } from '../kit/button.tsx'
import { Loaded, SignInFirst } from '../kit/loaded.tsx'
import { Trouble } from '../kit/trouble.tsx'
import { usePreferences, useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { kindsQuery, useKindWords } from './kinds.ts'
import { FormFields, faultsOf, missing } from './step-form.tsx'
import { mattersTexts } from './texts/index.ts'

const route = getRouteApi('/matters/new/$kind')

/** A matter of my own that I open: what it is for, what is asked, and what happens then. */
export function NewMatterScreen() {
  const { kind } = route.useParams()
  const t = useSpeak(mattersTexts)
  const { language } = usePreferences()
  const kinds = useQuery(kindsQuery(language))
  const self = useQuery(selfQuery)
  const found = kinds.data?.items.find((one) => one.kind === kind && one.opens.includes('person'))
  return (
    <Screen title={found?.name ?? t('title')} back="/matters" tabs>
      {self.data === null ? (
        <SignInFirst />
      ) : (
        <Loaded query={kinds}>{() => (found ? <NewMatter kind={found} /> : <p>{t('noKind')}</p>)}</Loaded>
      )}
    </Screen>
  )
}

function NewMatter({ kind }: { kind: MatterKindView }) {
  const t = useSpeak(mattersTexts)
  const words = useKindWords(kind.kind)
  const navigate = useNavigate()
  const [draft, setDraft] = useState<Draft>({})
  const [tried, setTried] = useState(false)
  const [key, setKey] = useState(() => newId())
  const { form } = kind
  const opening = useMutation({
    mutationFn: () =>
      post<MyMatterWhole>(
        '/api/me/matters',
        { kind: kind.kind, ...(form !== null && { form: valuesOf(form, draft) }) },
        key,
      ),
    onSuccess: async ({ cell, id }) => {
      await queryClient.invalidateQueries({ queryKey: ['me', 'matters'] })
      await navigate({ to: '/matters/$cell/$matter', params: { cell: String(cell), matter: id }, replace: true })
    },
    onError: () => setKey(newId()),
  })
  const faults = faultsOf(opening.error, tried ? missing(form, draft) : [], t('fieldNeeded'))
  const next = kind.texts['next.asked'] ?? kind.texts['next.open']
  return (
    <>
      {next === undefined ? null : <p>{next}</p>}
      {form === null ? null : (
        <FormFields form={form} words={words} draft={draft} faults={faults} onChange={setDraft} />
      )}
      <Trouble fault={opening.error} onRetry={() => opening.mutate()} />
      <div className="stack acts">
        <Button
          busy={opening.isPending}
          onClick={() => {
            setTried(true)
            if (missing(form, draft).length === 0) opening.mutate()
          }}
        >
          {kind.texts['step.open'] ?? t('send')}
        </Button>
      </div>
    </>
  )
}
