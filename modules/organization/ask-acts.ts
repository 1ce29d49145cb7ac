/** 诉求: who may see and answer what workers ask, and take it down at the window or on the phone. */
export const handlesAsks = [
  'rights.view_ask',
  'rights.handle_ask',
  'rights.window_ask',
  'rights.view_figures',
  'rights.export_figures',
] as const

/** 打击报复: the union one level up alone (G-05). */
export const handlesRetaliation = ['rights.view_retaliation', 'rights.handle_retaliation'] as const
