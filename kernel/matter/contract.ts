export {
  AskSignatures,
  Comment,
  HandOver,
  MatterKey,
  MyComment,
  matterKey,
  OpenMatter,
  OpenMyMatter,
  Pause,
  Refer,
  Referred,
  Resume,
  SendBack,
  Sign,
  StepResults,
  TakeStep,
  TakeSteps,
} from './contract/acts.ts'
export {
  MatterKindList,
  MatterKindView,
  MatterReceiver,
  MatterReceivers,
  QueueCounts,
  QueuePage,
  QueueRow,
} from './contract/lists.ts'
export {
  Due,
  HistoryLine,
  MatterAttachment,
  MatterComment,
  MatterExtension,
  MatterPause,
  MatterReferral,
  MatterSignature,
  Owner,
  UnitRef,
  type UnitStanding,
} from './contract/parts.ts'
export { GivenForm, KindStep, StepOffer } from './contract/steps.ts'
export { MatterView, MyMatter, MyMatterList, MyMatterWhole } from './contract/views.ts'
