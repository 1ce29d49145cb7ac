import type { MyMatter } from '@gongqiao/modules/membership/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { mattersQuery, selfQuery } from '../api/queries.ts'
import { Empty } from '../kit/empty.tsx'
import { Loaded, SignInFirst } from '../kit/loaded.tsx'
import { useSpeak } from '../settings/preferences.ts'
import { Screen } from '../shell/screen.tsx'
import { CanDo } from './can-do.tsx'
import { MatterRow } from './matter-row.tsx'
import { isOver } from './standing.tsx'
import { mattersTexts } from './texts/index.ts'

/** 办事: what is under way for me, and what I can do today. */
export function MattersScreen() {
  const t = useSpeak(mattersTexts)
  const self = useQuery(selfQuery)
  return (
    <Screen title={t('title')} tabs>
      {self.data ? <MyMatters /> : self.data === null ? <SignInFirst /> : null}
      <CanDo />
    </Screen>
  )
}

function MyMatters() {
  const t = useSpeak(mattersTexts)
  const matters = useQuery(mattersQuery)
  return (
    <Loaded query={matters}>
      {({ items }) => {
        const open = items.filter((matter) => !isOver(matter))
        return (
          <>
            <section>
              <h2>{t('open')}</h2>
              {open.length === 0 ? <Empty title={t('none')}>{t('noneWhy')}</Empty> : <Rows matters={open} />}
            </section>
            {items.length === open.length ? null : (
              <section>
                <h2>{t('ended')}</h2>
                <Rows matters={items.filter(isOver)} />
              </section>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

function Rows({ matters }: { matters: readonly MyMatter[] }) {
  return (
    <ul className="rows">
      {matters.map((matter) => (
        <MatterRow key={matter.id} matter={matter} />
      ))}
    </ul>
  )
}
