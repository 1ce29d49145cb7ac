import type { ImportView } from '@gongqiao/modules/people/contract.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useFormKey } from '../kit/form-key.ts'
import { useActing } from '../session/acting.tsx'
import { type ImportKey, importQuery, importsQuery } from './queries.ts'

/** Sends a step of an import once, however often it is pressed, and shows where the import stands afterwards. */
export function useImportStep<T>(
  view: ImportView,
  send: (key: ImportKey, said: T, once: string) => Promise<ImportView>,
) {
  const { api } = useActing()
  const client = useQueryClient()
  const key = useFormKey()
  const of = { cell: view.cell, import: view.import }
  return useMutation({
    mutationFn: (said: T) => send(of, said, key.now()),
    onSuccess(after) {
      key.done()
      client.setQueryData(importQuery(api, of).queryKey, after)
      void client.invalidateQueries({ queryKey: importsQuery(api, view.unit.id).queryKey })
    },
    onError() {
      key.refused()
      key.edited()
      // What was refused may be so because somebody else went on with it.
      void client.invalidateQueries({ queryKey: importQuery(api, of).queryKey })
    },
  })
}
