import type { NewDeadlineRule } from '@gongqiao/kernel/matter/seed-deadlines.ts'
import { foundingDeadlines } from './founding/deadline-rules.ts'
import { changeDeadlines } from './life/deadline-rules.ts'
import { registrationDeadlines } from './registration/deadline-rules.ts'
import { statutoryDeadlines } from './statutory/register.ts'
import { termDeadlines } from './terms/deadline-rules.ts'

/** The periods of law, and when what is late rises by itself; counted from the due day (T-15). */
export const organizationDeadlines: readonly NewDeadlineRule[] = [
  ...statutoryDeadlines,
  {
    id: 'RISE-FIRST',
    article: '超期督办，全国推荐值',
    wordsZh: '到期未办的，次一工作日转由上一级工会督办',
    wordsEn: 'What is not done in time goes to the union one level up on the next working day',
    length: 1,
    unit: 'workday',
    roll: false,
    side: 'duty',
    confidence: 'REC',
    from: '2020-01-01',
  },
  {
    id: 'RISE-NEXT',
    article: '超期督办，全国推荐值',
    wordsZh: '仍未办的，每 5 个工作日再上报一级，直至省级工会',
    wordsEn: 'What is still not done rises one more level every 5 working days, up to the province',
    length: 5,
    unit: 'workday',
    roll: false,
    side: 'duty',
    confidence: 'REC',
    from: '2020-01-01',
  },
  ...termDeadlines,
  ...changeDeadlines,
  ...foundingDeadlines,
  ...registrationDeadlines,
]
