/** Reading the rules and the calendar: open to every officer, since everybody is held to them. */
export const readsClock = ['kernel.view_clock', 'kernel.draw_calendar_sheet'] as const
/** Prolonging the clock of a matter: whoever handles matters, but never their own. */
export const extendsClock = ['kernel.extend_matter'] as const
/** Keeping them; for which place says the post's own (see `keepsRegion`). */
export const keepsClock = [
  'kernel.change_deadline_rule',
  'kernel.load_calendar_year',
  'kernel.undo_clock_change',
  'kernel.preview_clock_change',
  'kernel.read_calendar_sheet',
] as const
