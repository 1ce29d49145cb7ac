import type { DuplicateList, MergePreview, MergeView, Side } from '@gongqiao/modules/membership/contract.ts'
import { formatCardNumber, formatDay } from '@gongqiao/ui/format.ts'
import { nameOf } from '@gongqiao/ui/texts/index.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { FailureNotice } from '../kit/failure-notice.tsx'
import { useFormKey } from '../kit/form-key.ts'
import { useLanguage } from '../kit/language.tsx'
import { TabHead } from '../kit/page.tsx'
import { Empty, Loading } from '../kit/states.tsx'
import { Tag } from '../kit/tag.tsx'
import { useKitSay } from '../kit/texts/index.ts'
import { useActing } from '../session/acting.tsx'
import { duplicatesQuery, mergeRecords, mergesQuery, previewQuery, undoMerge } from './queries.ts'
import { useLifeSay } from './texts/index.ts'
import './duplicates.css'

type Item = DuplicateList['items'][number]
type Pair = { readonly cell: number; readonly keep: string; readonly drop: string }

/** Records that may be one person's 疑似重复: side by side, made one after a look at every field, and undone. */
export function DuplicatesPage() {
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const say = useLifeSay()
  const { api } = useActing()
  const found = useQuery(duplicatesQuery(api, unit))
  const merged = useQuery(mergesQuery(api, unit))
  const [pair, setPair] = useState<Pair>()
  return (
    <>
      <TabHead title={say('dup.title')}>
        <h2>{say('dup.title')}</h2>
        <p>{say('dup.lead')}</p>
      </TabHead>
      {found.isError ? <FailureNotice failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Loading what={say('dup.loading')} /> : null}
      {found.data?.items.length === 0 ? <Empty title={say('dup.empty')}>{say('dup.empty.words')}</Empty> : null}
      <ul className="duplicates">
        {found.data?.items.map((item) => (
          <li key={`${item.one.membership} ${item.other.membership}`}>
            <Duplicate item={item} onCompare={setPair} />
          </li>
        ))}
      </ul>
      {found.data?.more ? <p className="soft">{say('dup.more')}</p> : null}
      {merged.data && merged.data.items.length > 0 ? (
        <>
          <h2>{say('dup.done.title')}</h2>
          <ul className="duplicates">
            {merged.data.items.map((view) => (
              <li key={view.merge}>
                <Merged view={view} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {pair === undefined ? null : <MergeDialog pair={pair} onPair={setPair} close={() => setPair(undefined)} />}
    </>
  )
}

function Duplicate({ item, onCompare }: { item: Item; onCompare: (pair: Pair) => void }) {
  const say = useLifeSay()
  const { cell, one, other, why } = item
  const weight = { active: 3, retained: 3, provisional: 2, listed: 1, ended: 0 } as const
  const [keep, drop] = weight[one.status] >= weight[other.status] ? [one, other] : [other, one]
  return (
    <div className="duplicate">
      <p>
        <strong>{one.name === other.name ? one.name : `${one.name} / ${other.name}`}</strong>{' '}
        <Tag>{say(`dup.why.${why}`)}</Tag>
      </p>
      <p className="soft">
        {keep.unit.name} · <span className="figures">{keep.identityMask}</span> — {drop.unit.name} ·{' '}
        <span className="figures">{drop.identityMask}</span>
      </p>
      <Button onClick={() => onCompare({ cell, keep: keep.membership, drop: drop.membership })}>
        {say('dup.compare')}
      </Button>
    </div>
  )
}

function Merged({ view }: { view: MergeView }) {
  const say = useLifeSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const again = useEverythingAgain()
  const key = useFormKey()
  const undoing = useMutation({ mutationFn: () => undoMerge(api, view, key.now()), onSuccess: again })
  const day = formatDay(view.undoUntil, language)
  return (
    <div className="duplicate">
      <p>
        <strong>{view.kept.name}</strong> · {view.by}
      </p>
      <p className="soft">{view.undone ? say('dup.undone') : say('dup.until', { day })}</p>
      {!view.undone && may('membership.undo_merge') ? (
        <Button onClick={() => undoing.mutate()} loading={undoing.isPending}>
          {say('dup.undo')}
        </Button>
      ) : null}
      {undoing.isError ? <FailureNotice failure={undoing.error} quiet /> : null}
    </div>
  )
}

function useEverythingAgain() {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) =>
        ['duplicates', 'merges', 'roll', 'roll-counts', 'member'].includes(String(queryKey[2])),
    })
}

function MergeDialog({ pair, onPair, close }: { pair: Pair; onPair: (pair: Pair) => void; close: () => void }) {
  const say = useLifeSay()
  const kit = useKitSay()
  const language = useLanguage()
  const { api, may } = useActing()
  const { message } = App.useApp()
  const again = useEverythingAgain()
  const key = useFormKey()
  const [earlier, setEarlier] = useState(true)
  const found = useQuery(previewQuery(api, pair))
  const merging = useMutation({
    mutationFn: () => mergeRecords(api, pair, earlier && found.data?.earlierSince != null, key.now()),
    onSuccess: async (view) => {
      message.success(say('dup.merged', { day: formatDay(view.undoUntil, language) }))
      await again()
      close()
    },
    onError: key.refused,
  })
  return (
    <Modal
      open
      width={760}
      title={say('dup.title')}
      okText={say('dup.merge')}
      cancelText={kit('cancel')}
      okButtonProps={{ disabled: !found.data || !may('membership.merge_records') }}
      onOk={() => merging.mutate()}
      onCancel={close}
      confirmLoading={merging.isPending}
    >
      {found.isError ? <FailureNotice failure={found.error} quiet /> : null}
      {found.isPending ? <Loading what={say('dup.loading')} /> : null}
      {found.data ? <Compared preview={found.data} earlier={earlier} /> : null}
      <Button
        onClick={() => {
          key.edited()
          onPair({ ...pair, keep: pair.drop, drop: pair.keep })
        }}
      >
        {say('dup.swap')}
      </Button>
      {found.data && found.data.earlierSince !== null ? (
        <p>
          <Checkbox
            checked={earlier}
            onChange={(event) => {
              key.edited()
              setEarlier(event.target.checked)
            }}
          >
            {say('dup.earlier', { day: formatDay(found.data.earlierSince, language) })}
          </Checkbox>
        </p>
      ) : null}
      <div className="follows">
        <p>{say('follows')}</p>
        <ul>
          <li>{say('dup.follow')}</li>
          {found.data ? <li>{say('dup.until', { day: formatDay(found.data.undoUntil, language) })}</li> : null}
          <li>{say('dup.two')}</li>
        </ul>
      </div>
      {merging.isError ? <FailureNotice failure={merging.error} quiet /> : null}
    </Modal>
  )
}

/** Every field of both records and of what stays; those that differ stand out. */
function Compared({ preview, earlier }: { preview: MergePreview; earlier: boolean }) {
  const say = useLifeSay()
  const language = useLanguage()
  const { keep, drop } = preview
  const after = earlier ? preview.after : keep
  const rows: readonly [string, (side: Side) => string][] = [
    [say('side.name'), (side) => side.name],
    [say('side.person'), (side) => say('side.age', { sex: nameOf(language, 'sex', side.sex), age: side.age })],
    [say('side.identity'), (side) => `${nameOf(language, 'identity', side.identityKind)} ${side.identityMask}`],
    [say('side.phone'), (side) => side.phoneMask ?? say('side.none')],
    [say('side.status'), (side) => nameOf(language, 'status', side.status)],
    [say('side.unit'), (side) => side.unit.name],
    [say('side.since'), (side) => (side.since === null ? say('side.none') : formatDay(side.since, language))],
    [say('side.card'), (side) => formatCardNumber(side.cardNumber.replaceAll(' ', ''))],
    [say('side.signs'), (side) => say(side.signsIn ? 'side.yes' : 'side.none')],
  ]
  return (
    <table className="compared">
      <thead>
        <tr>
          <td />
          <th scope="col">{say('dup.keep')}</th>
          <th scope="col">{say('dup.drop')}</th>
          <th scope="col">{say('dup.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([term, of]) => (
          <tr key={term} className={of(keep) === of(drop) ? undefined : 'differs'}>
            <th scope="row">{term}</th>
            <td>{of(keep)}</td>
            <td>{of(drop)}</td>
            <td>{of(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
