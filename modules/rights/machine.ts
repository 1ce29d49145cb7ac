import { matter } from '@gongqiao/kernel/shared/matter.ts'

/** The clocks of an ask in hand, by its class 难度等级: the row of each is a parameter of the region (rulebook 2.7). */
export const classClocks = {
  general: 'RGT-GENERAL',
  difficult: 'RGT-DIFFICULT',
  complex: 'RGT-COMPLEX',
  urgent: 'RGT-URGENT',
} as const
export type AskClass = keyof typeof classClocks
export const askClasses = ['general', 'difficult', 'complex', 'urgent'] as const satisfies readonly AskClass[]

/** The same clocks, each extended once 延期一次: they count from the same day. What is urgent is never extended. */
export const extendedClocks = {
  general: 'RGT-GENERAL-2',
  difficult: 'RGT-DIFFICULT-2',
  complex: 'RGT-COMPLEX-2',
} as const

/** By when a specially complex ask has news for its asker, counted from the same day (rulebook 2.7). */
export const interimClock = 'RGT-INTERIM'

/** When somebody counts as not to be reached 联系不上: so many calls, on so many days (rulebook 2.7 UNREACHABLE). */
export const unreachableAfter = { calls: 3, days: 2 } as const

/** Why the clock of an ask stands still: the asker was asked for more (T-11). A rule that does not list it runs on. */
export const supplement = 'supplement'

const inHand = [
  classClocks.difficult,
  classClocks.complex,
  classClocks.urgent,
  extendedClocks.general,
  extendedClocks.difficult,
  extendedClocks.complex,
] as const

/**
 * 诉求: a worker asks their union. Only the asker ends it; one that nobody ended is told apart from a solved one.
 *
 * @see rulebook 2.0 RP-R-01, 2.7 TKT, 0.5; PET 21, 23
 */
export const ask = matter({
  name: 'rights.ask',
  basis: '《信访工作条例》§21、§23',
  refers: true,
  returnClock: 'RGT-RETURN',
  initial: 'received',
  states: {
    received: {
      clock: 'RGT-SIGN',
      clocks: [classClocks.urgent],
      steps: {
        sign: { to: 'handling', who: 'officer', basis: '2.7' },
        answer: { to: 'answered', who: 'officer' },
        withdraw: { to: 'withdrawn', who: 'person' },
      },
    },
    handling: {
      clock: classClocks.general,
      clocks: inHand,
      steps: {
        answer: { to: 'answered', who: 'officer', basis: '2.7' },
        ask_more: { to: 'more', who: 'officer', basis: 'T-11' },
        interim: { to: 'handling', who: 'officer', basis: '2.7' },
        classify: { to: 'handling', who: 'officer', basis: '2.7' },
        extend: { to: 'handling', who: 'officer', reasons: ['more_time'], basis: 'T-16' },
        withdraw: { to: 'withdrawn', who: 'person' },
      },
    },
    /** The union asked for more: its clock stands still, and the next word is the asker's. */
    more: {
      clock: 'RGT-MORE',
      waits: 'person',
      steps: {
        supply: { to: 'handling', who: 'person', basis: 'T-11' },
        answer: { to: 'answered', who: 'officer' },
        withdraw: { to: 'withdrawn', who: 'person' },
      },
    },
    answered: {
      clock: 'RGT-CONFIRM',
      waits: 'person',
      steps: {
        close: { to: 'closed', who: 'person', basis: '0.5' },
        reopen: { to: 'handling', who: 'person', basis: '2.7' },
        /** 回访: the asker’s own days run on. */
        call: { to: 'answered', who: 'officer', reasons: ['reached', 'unreached'], basis: '2.7' },
        unreachable: { to: 'unconfirmed', who: 'officer', within: 'call', basis: '2.7' },
        lapse: { to: 'unconfirmed', who: 'system', basis: '2.7' },
      },
    },
    closed: { steps: { reopen: { to: 'handling', who: 'person', basis: '2.7', reopen: true } } },
    /** Nobody said whether it was solved: never counted as satisfied. The asker may still take it up again. */
    unconfirmed: { steps: { reopen: { to: 'handling', who: 'person', basis: '2.7', reopen: true } } },
    withdrawn: { steps: {} },
  },
})

/**
 * 打击报复: somebody is made to suffer for having asked, complained or petitioned. It stands one level up, is seen there
 * alone, and is a matter of its own.
 *
 * @see rulebook G-05; PET 18, 46; TUL 52, 53
 */
export const retaliation = matter({
  name: 'rights.retaliation',
  basis: 'G-05',
  initial: 'reported',
  states: {
    reported: {
      clock: 'RGT-RETALIATION',
      steps: {
        take_up: { to: 'handling', who: 'officer', basis: 'G-05' },
        answer: { to: 'answered', who: 'officer' },
      },
    },
    handling: {
      clock: 'RGT-RETALIATION-HANDLE',
      steps: { answer: { to: 'answered', who: 'officer', basis: 'G-05' } },
    },
    answered: {
      clock: 'RGT-CONFIRM',
      waits: 'person',
      steps: {
        close: { to: 'closed', who: 'person', basis: '0.5' },
        reopen: { to: 'handling', who: 'person' },
        lapse: { to: 'unconfirmed', who: 'system' },
      },
    },
    closed: { steps: { reopen: { to: 'handling', who: 'person', reopen: true } } },
    unconfirmed: { steps: { reopen: { to: 'handling', who: 'person', reopen: true } } },
  },
})

/** Matter codes 事项分类代码 of rulebook 0.6. An asker may name one in plain words; an officer may set or change it. */
export const topics = [
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18'],
  ...['19', '20', '90', '91', '92', '99'],
] as const
/** The few that an asker is offered, in the order they are offered; the others are the officer's to set. */
export const offeredTopics = ['04', '06', '03', '08', '10', '09', '02', '90', '91', '92', '99'] as const

/** How an answer ends it 办理结果 (rulebook 2.7). */
export const results = ['solved', 'explained', 'referred', 'impossible'] as const
export type Result = (typeof results)[number]

/** Whether the asker says that it was solved. */
export const solvedWords = ['solved', 'partly', 'unsolved'] as const
export type Solved = (typeof solvedWords)[number]

/** What may be sent along: one recording and a few pictures. Bytes are of the file itself. */
export const mediaLimits = {
  voiceSeconds: 180,
  voiceBytes: 4_000_000,
  pictures: 4,
  pictureBytes: 1_500_000,
  /** Of one picture, width times height. */
  picturePixels: 40_000_000,
} as const

/** The longest words of an ask, of an answer and of what is said in between, in characters. */
export const longestWords = 2_000
