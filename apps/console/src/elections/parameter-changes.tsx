import type { ParameterChange, ParameterList } from '@gongqiao/modules/elections/contract.ts'
import { formatDay, formatInstant } from '@gongqiao/ui/format.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { parametersQuery, undoParameterChange, undoReachQuery } from './parameter-queries.ts'
import { ReachPanel } from './parameter-reach.tsx'
import { parameterWord } from './parameter-words.tsx'
import { useElectionsSay } from './texts/index.ts'

/** Who changed a parameter, on what ground, and the way back. */
export function ParameterChanges({ list }: { list: ParameterList }) {
  const say = useElectionsSay()
  const language = useLanguage()
  const [undoing, setUndoing] = useState<ParameterChange | null>(null)
  if (list.changes.length === 0) return <p className="soft">{say('parameter.changes.none')}</p>
  return (
    <>
      <ul className="parameter-changes">
        {list.changes.map((change) => {
          const { id, key, region, from, source, by, at, undoneAt, undoneBy, mayUndo } = change
          const what = say('parameter.changed', { what: parameterWord(say, key), day: formatDay(from, language) })
          return (
            <li key={id}>
              <div>
                <strong>{what}</strong> <Tag>{list.places.find(({ code }) => code === region)?.name ?? region}</Tag>
                <p>{source}</p>
                <p className="soft">{say('parameter.by', { by: by ?? '', at: formatInstant(at, language) })}</p>
                {undoneAt === null ? null : (
                  <p className="soft">
                    {say('parameter.undone', { by: undoneBy ?? '', at: formatInstant(undoneAt, language) })}
                  </p>
                )}
              </div>
              {mayUndo ? (
                <Button onClick={() => setUndoing(change)} aria-label={`${say('parameter.undo')} ${what}`}>
                  {say('parameter.undo')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {undoing ? <UndoDialog change={undoing} close={() => setUndoing(null)} /> : null}
    </>
  )
}

function UndoDialog({ change, close }: { change: ParameterChange; close: () => void }) {
  const say = useElectionsSay()
  const kit = useKitSay()
  const { api } = useActing()
  const { message } = App.useApp()
  const client = useQueryClient()
  const key = useFormKey()
  const reach = useQuery(undoReachQuery(api, change.id))
  const undo = useMutation({
    mutationFn: () => undoParameterChange(api, change.id, key.now()),
    onSuccess: async () => {
      message.success(say('done'))
      close()
      await client.invalidateQueries({ queryKey: parametersQuery(api).queryKey })
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      title={say('parameter.undo.title', { what: parameterWord(say, change.key) })}
      okText={say('parameter.undo')}
      cancelText={kit('cancel')}
      onOk={() => undo.mutate()}
      onCancel={close}
      confirmLoading={undo.isPending}
    >
      <p>{say('parameter.undo.words')}</p>
      <ReachPanel reach={reach.data} pending={reach.isPending} failure={reach.error} />
      {undo.isError ? <FailureNotice failure={undo.error} quiet /> : null}
    </Modal>
  )
}
