import type { Received } from '@gongqiao/modules/rights/contract.ts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { TabHead } from '../kit/page.tsx'
import { IntakeDone } from './intake-done.tsx'
import { IntakeForm } from './intake-form.tsx'
import { useRightsSay } from './texts/index.ts'
import './rights.css'

/** 代记诉求: staff write down what somebody says at the window or on the phone (G-08). */
export function IntakePage() {
  const say = useRightsSay()
  const { unit } = useParams({ from: '/desk/units/$unit' })
  const [done, setDone] = useState<Received | null>(null)
  const [filling, setFilling] = useState(0)
  return (
    <>
      <div className="no-print">
        <TabHead title={say('intake.title')}>
          <p className="soft">{say('intake.words')}</p>
        </TabHead>
      </div>
      {done === null ? (
        <IntakeForm key={filling} unit={unit} onDone={setDone} />
      ) : (
        <IntakeDone
          received={done}
          another={() => {
            setDone(null)
            setFilling(filling + 1)
          }}
        />
      )}
    </>
  )
}
