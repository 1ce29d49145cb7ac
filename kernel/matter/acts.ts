/** What an officer may do with any matter 事项: parcels of a role. Which kinds there are says each module. */
export const handlesMatters = [
  'kernel.open_matter',
  'kernel.view_matter',
  'kernel.take_step',
  'kernel.hand_over_matter',
  'kernel.list_receivers',
  'kernel.refer_matter',
  'kernel.accept_referral',
  'kernel.send_back_referral',
  'kernel.comment_matter',
  'kernel.attach_to_matter',
  'kernel.read_attachment',
  'kernel.ask_signatures',
  'kernel.sign_matter',
  'kernel.pause_matter',
  'kernel.resume_matter',
] as const
