/** The parts of the page. */
export const clockTabs = ['rules', 'calendar', 'changes'] as const
export type ClockTab = (typeof clockTabs)[number]
