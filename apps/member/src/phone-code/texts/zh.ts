export const zh = {
  label: '短信验证码',
  sentTo: '6 位数字已发到 {phone}，{minutes} 分钟内有效。',
  notSent: '还没有发出。点下面的按钮，我们把 6 位数字发到您的手机。',
  send: '发验证码',
  sending: '正在发…',
  again: '没收到，再发一次',
  againIn: '{seconds} 秒后可以再发',
  whole: '验证码是 6 位数字。',
} as const
