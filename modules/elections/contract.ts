export { type ContestView, FewerSeats, HeldMeeting, NewCount, NewRound, type RoundView } from './contract/counting.ts'
export { ElectionList, ElectionRow, ElectionView } from './contract/election.ts'
export { MyElection, MyElectionList } from './contract/mine.ts'
export {
  ParameterChange,
  ParameterChanged,
  ParameterChangeId,
  ParameterList,
  ParameterReach,
  ParameterVersion,
  ParameterWish,
} from './contract/parameters.ts'
export {
  type CandidateView,
  NewCandidate,
  NewCandidates,
  NewDelegate,
  NewDelegates,
  WrittenIn,
} from './contract/people.ts'
export { ChangedPlan, NewPlan } from './contract/plan.ts'
export { NewRemoval, RemovalVote, SmallMatter } from './contract/removal.ts'
export {
  Approval,
  type DocumentKind,
  documentKinds,
  ElectionFinding,
  ElectionKey,
  ReasonedKey,
} from './contract/shapes.ts'
