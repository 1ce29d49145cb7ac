export const zh = {
  title: '登录',
  why: '用入会时留的手机号。没有密码。',
  phone: '手机号',
  next: '发验证码',
  sending: '正在发…',
  codeTitle: '填验证码',
  signIn: '登录',
  signingIn: '正在登录…',
  changePhone: '换一个手机号',
  lost: '手机号换了或丢了，带上证件到工会窗口，当面改过来。',
  newHere: '还没加入？扫工会的入会码就能填，不用先登录。',
} as const
