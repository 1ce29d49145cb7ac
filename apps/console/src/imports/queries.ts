import type {
  ImportHeadings,
  ImportKindList,
  ImportPage,
  ImportQuestionList,
  ImportRowPage,
  ImportState,
  ImportView,
  Mapping,
} from '@gongqiao/modules/people/contract.ts'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, withQuery } from '../kit/api.ts'

/** Names one import. */
export type ImportKey = { readonly cell: number; readonly import: string }
/** Which rows to show: by what the dry run found, or by what became of them. */
export type RowsShown = { readonly verdict?: string; readonly outcome?: string }

const lookEveryMs = 700
const works: readonly ImportState[] = ['checking', 'running', 'undoing']

/** Whether something still happens to an import by itself. */
export const isWorking = (state: ImportState | undefined): boolean => state !== undefined && works.includes(state)

/** Whether what an import does now is seen elsewhere. */
export const changesTheNetwork = (state: ImportState): boolean => state === 'running' || state === 'undoing'

/** Whether a query asks about imports. */
export const isOfImports = (queryKey: readonly unknown[]): boolean => String(queryKey[2]).startsWith('import')

const addressOf = ({ cell, import: id }: ImportKey) => `/api/cells/${cell}/imports/${id}`

/** What the post may import, with the columns of each kind. */
export const kindsQuery = (api: Api) =>
  queryOptions({
    queryKey: [api.post, api.language, 'import-kinds'],
    queryFn: ({ signal }) => api.get<ImportKindList>('/api/imports/kinds', signal),
    staleTime: 600_000,
  })

/** The imports of a union and all below it, newest first; asked again while one of them works. */
export const importsQuery = (api: Api, unit: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'imports', unit],
    queryFn: ({ pageParam, signal }) =>
      api.get<ImportPage>(withQuery(`/api/units/${unit}/imports`, { after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((item) => isWorking(item.state))) ? 2_000 : false,
  })

/** One import; asked again and again while it works. */
export const importQuery = (api: Api, key: ImportKey) =>
  queryOptions({
    queryKey: [api.post, api.language, 'import', key.cell, key.import],
    queryFn: ({ signal }) => api.get<ImportView>(addressOf(key), signal),
    refetchInterval: ({ state }) => (isWorking(state.data?.state) ? lookEveryMs : false),
  })

/**
 * Rows of an import, page by page.
 *
 * @param as changes when the rows may have: state and counts of the import
 */
export const rowsQuery = (api: Api, key: ImportKey, { verdict, outcome }: RowsShown, as: string) =>
  infiniteQueryOptions({
    queryKey: [api.post, api.language, 'import-rows', key.import, verdict ?? '', outcome ?? '', as],
    queryFn: ({ pageParam, signal }) =>
      api.get<ImportRowPage>(withQuery(`${addressOf(key)}/rows`, { verdict, outcome, after: pageParam }), signal),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  })

/** What only the clerk can decide. */
export const questionsQuery = (api: Api, key: ImportKey, as: string) =>
  queryOptions({
    queryKey: [api.post, api.language, 'import-questions', key.import, as],
    queryFn: ({ signal }) => api.get<ImportQuestionList>(`${addressOf(key)}/questions`, signal),
  })

/** What the columns are on another sheet of the workbook, or with the headings in other rows (none: an empty list). */
export const lookAtHeadings = (
  api: Api,
  key: ImportKey,
  as: { readonly sheet?: string; readonly rows?: readonly number[] },
) => {
  const rows = as.rows === undefined ? undefined : as.rows.join(',') || '0'
  return api.get<ImportHeadings>(withQuery(`${addressOf(key)}/headings`, { sheet: as.sheet, rows }))
}

export const mapImport = (api: Api, key: ImportKey, mapping: Mapping, once: string) =>
  api.send<ImportView>(`${addressOf(key)}/mapping`, { mapping }, once)

export const settleQuestions = (
  api: Api,
  key: ImportKey,
  choices: readonly { readonly question: string; readonly choice: string }[],
  once: string,
) => api.send<ImportView>(`${addressOf(key)}/choices`, { choices }, once)

/** A step that only moves an import on. */
export type PlainStep = 'run' | 'cancellation' | 'undo'
export const takeStep = (api: Api, key: ImportKey, step: PlainStep, once: string) =>
  api.send<ImportView>(`${addressOf(key)}/${step}`, {}, once)

export const decideLeaving = (api: Api, key: ImportKey, numbers: readonly number[], once: string) =>
  api.send<ImportView>(`${addressOf(key)}/leaving`, { numbers }, once)

/** Where a template stands. */
export const templatePath = (kind: string) => `/api/imports/templates/${kind}`
/** Where the error file of an import stands. */
export const errorFilePath = (key: ImportKey) => `${addressOf(key)}/error-file`
/** Where a sheet is sent. */
export const uploadPath = (unit: string, kind: string, name: string) =>
  withQuery(`/api/units/${unit}/imports/${kind}`, { name: name.slice(0, 200) })

/** The cursor of a first page, typed as the later ones. */
const firstPage: string | null = null
