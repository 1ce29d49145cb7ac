import { expect, test } from 'vitest'
import { breaks, played } from './breaks.ts'

test.each(breaks)(
  'the model finds it where $forgets, and says by which seed and in which order',
  async (one) => {
    const report = await played(one)

    expect(report.text).toMatch(one.says)
    expect(report.text).toMatch(/^MODEL_SEED=20260302 MODEL_PATH=\d+ plays this again\. In this order:\n/)
    expect(report.text).toMatch(/\n {2}[a-z_]+ \d→\S+: answered/)
  },
  600_000,
)
