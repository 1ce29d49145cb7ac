export const zh = {
  title: '消息',
  words: '每周一次待办摘要；岗位交接等要紧的事随时告知。',
  loading: '消息',
  unread: '未读',
  empty: '还没有消息',
  'empty.words': '每周一的待办摘要、岗位交接、下级超期转来的事项，会在这里告诉您。',
  open: '去看',
} as const
