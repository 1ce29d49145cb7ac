export { insightInvariants } from './invariants.ts'
export { rebuildCell } from './rebuild.ts'
export { figuresTopic } from './topic.ts'
export { unitCountProjection } from './unit-count.ts'
