/** A people whose names are written as own name · father's name. */
export interface DottedNames {
  /** GB/T 3304. */
  ethnicity: string
  male: readonly string[]
  female: readonly string[]
  /** Counties its people come from, GB/T 2260. */
  regions: readonly string[]
}

export const uyghur: DottedNames = {
  ethnicity: '05',
  male: words(
    '买买提 吐尔逊 艾力 玉素甫 艾合买提 依明 库尔班 热合曼 卡德尔 阿迪力 帕尔哈提 亚森 吾斯曼 努尔买买提 阿不都热合曼 艾克拜尔 买买提江 伊力亚斯',
  ),
  female: words(
    '阿依古丽 古丽娜尔 热依汗 帕提古丽 阿依夏木 努尔古丽 祖力菲亚 米热古丽 茹仙古丽 阿曼古丽 古丽巴哈尔 热孜万古丽 玛依拉 迪丽努尔',
  ),
  regions: words('653101 653121 653125 653130 653222 653224 652901 653221'),
}

export const kazakh: DottedNames = {
  ethnicity: '17',
  male: words('叶尔兰 巴合提 努尔兰 阿依波力 哈那提 沙吾列 木拉提 赛力克 加尔恒 别克波拉提'),
  female: words('阿依古力 古丽努尔 阿依努尔 沙吾烈 巴合提古丽 加依娜尔 努尔古力 阿山古丽'),
  regions: words('654002 654021 654025 654301 654221'),
}

function words(text: string): readonly string[] {
  return text.split(' ')
}
