import type { Figures, UnitFigure } from '@gongqiao/modules/insight/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { lazy, Suspense } from 'react'
import { usePreference } from '../kit/preference.ts'
import { Loading } from '../kit/states.tsx'
import { useActing } from '../session/acting.tsx'
import { FigurePicture } from './figure-picture.tsx'
import { boundaryIndexQuery, mapOf } from './map-queries.ts'
import { useInsightSay } from './texts/index.ts'

// Maps and what draws them are fetched where a map is looked at, and nowhere else.
const FigureMap = lazy(async () => ({ default: (await import('./figure-map.tsx')).FigureMap }))

const pictures = ['map', 'bars'] as const
type Picture = (typeof pictures)[number]

/** The picture of the unions below: a map where there are boundaries, else bars; who has both may choose. */
export function PictureChoice({
  unit,
  figures,
  more,
  pointed,
  onOpen,
}: {
  unit: Figures['unit']
  figures: readonly UnitFigure[]
  more: boolean
  pointed: string | null
  onOpen: (unit: string) => void
}) {
  const say = useInsightSay()
  const { api } = useActing()
  const [picture, setPicture] = usePreference<Picture>('figures-picture', 'map', readPicture)
  const map = mapOf(unit)
  const index = useQuery({ ...boundaryIndexQuery(api), enabled: map !== null })
  const bars = <FigurePicture figures={figures} more={more} onOpen={onOpen} />
  if (map === null || index.isError) return bars
  if (index.data === undefined) return <Loading what={say('map')} />
  if (!index.data.maps.includes(map)) {
    return (
      <>
        <p className="soft">{say('map.none')}</p>
        {bars}
      </>
    )
  }
  return (
    <>
      <Segmented
        aria-label={say('picture.choice')}
        className="picture-choice no-print"
        value={picture}
        options={pictures.map((value) => ({ value, label: say(`picture.${value}`) }))}
        onChange={setPicture}
      />
      {picture === 'bars' ? (
        bars
      ) : (
        <Suspense fallback={<Loading what={say('map')} />}>
          <FigureMap map={map} index={index.data} figures={figures} pointed={pointed} onOpen={onOpen} bars={bars} />
        </Suspense>
      )}
    </>
  )
}

function readPicture(kept: unknown): Picture | null {
  return pictures.find((picture) => picture === kept) ?? null
}
