export const zh = {
  'people.under_age': '未满 {age} 周岁，还不能加入工会',
  'people.phone_code_wrong': '验证码不对\n还可以试 {left} 次。没收到可以重新获取。',
  'people.phone_code_over': '验证码已失效\n请重新获取一个验证码。',
  'people.phone_of_another':
    '这个手机号登记在另一份记录上\n如果号码是新换给您的，请带证件到工会窗口办理解绑，或换一个手机号，也可以拨打 12351。',
  'people.nobody_by_this_phone':
    '这个手机号还没有登记\n扫描工会的入会码就可以加入；换过手机号的，请带证件到工会窗口办理。',
  'people.phone_code_text': '【{brand}】验证码 {code}，{minutes} 分钟内有效。不要告诉任何人，包括工作人员。',
  'people.phone_changed_text':
    '【{brand}】您的工会记录已改绑到新手机号，本号码不再能登录。如非本人办理，请拨打 12351。',
  'people.no_consent': '需要您同意后才能提交',
  'people.notice_outdated': '说明已更新，请重新阅读后同意',
} as const
