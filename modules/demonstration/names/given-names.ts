/** How a generation names its children, for one sex. */
export interface GivenNames {
  /** Whole names that were the fashion, most frequent first. */
  fashion: readonly string[]
  /** Characters of the first place, the last place and of a one-character name, most frequent first. */
  first: string
  last: string
  single: string
}

export interface Generation {
  /** First year of birth. */
  from: number
  /** Share of one-character given names. */
  singleShare: number
  male: GivenNames
  female: GivenNames
}

/** Given names 名 by generation, oldest first. */
export const generations: readonly Generation[] = [
  {
    from: 0,
    singleShare: 0.12,
    male: {
      fashion: words('建国 建华 国强 志明 建军 文革 卫东 永强 建平 国平 德明 金龙 志强 卫国 国庆'),
      first: '建国志文永德明金卫玉新世光学长春庆忠福荣',
      last: '国华明平军强生林成义民祥荣根兴才发良元海',
      single: '军强勇平伟明刚斌',
    },
    female: {
      fashion: words('秀英 桂英 秀兰 玉兰 淑珍 桂兰 玉梅 秀珍 凤英 玉珍 素珍 月英 爱华 美华 金花'),
      first: '秀桂玉淑凤素月爱美金春彩雪小翠丽红惠水仙',
      last: '英兰珍梅华芳花仙娟香琴云莲凤珠妹娥女琼芬',
      single: '萍敏红霞芳琴英兰',
    },
  },
  {
    from: 1970,
    singleShare: 0.24,
    male: {
      fashion: words('建军 志强 海涛 永刚 志勇 建伟 文军 晓东 国华 海波 俊杰 志刚 小军 卫平 立新'),
      first: '建志海文晓国永小俊立新红卫明春学伟利东宏',
      last: '军强华平伟东明勇林峰波辉刚涛民荣斌良飞忠',
      single: '勇伟军强涛斌辉刚波峰超鹏杰',
    },
    female: {
      fashion: words('丽华 小红 晓燕 海燕 丽娟 丽萍 春燕 红梅 小燕 爱萍 雪梅 建红 丽芳 美玲 秋萍'),
      first: '丽晓小红春海雪美秀玉爱建彩慧金月素桂惠文',
      last: '华红燕萍芳娟英梅霞琴玲珍敏云丽兰香芬君仙',
      single: '丽燕萍霞芳敏静艳娟红玲英',
    },
  },
  {
    from: 1980,
    singleShare: 0.34,
    male: {
      fashion: words('志强 海涛 俊杰 晓东 志伟 建峰 文杰 伟强 小龙 国栋 晓峰 志鹏 明辉 永亮 海波'),
      first: '志晓俊文海建小明伟国永春振立东学家利光天',
      last: '强伟峰杰军涛辉鹏东华明波龙飞勇亮斌林平刚',
      single: '伟磊涛超鹏勇杰强斌飞峰波亮俊凯辉',
    },
    female: {
      fashion: words('丽娜 晓燕 婷婷 丽丽 海燕 晓丽 丽萍 春燕 晓红 雪梅 美玲 丹丹 燕燕 莎莎 佳佳'),
      first: '晓丽雪美小婷佳春海慧玉秀红文燕彩梦静亚思',
      last: '燕丽娜娟玲霞萍芳红英敏静婷梅琴君蓉云丹华',
      single: '静丽娟燕敏艳娜婷丹倩玲慧莉霞芳',
    },
  },
  {
    from: 1990,
    singleShare: 0.26,
    male: {
      fashion: words('俊杰 浩然 志鹏 文博 家豪 宇航 鑫磊 天宇 嘉伟 晨阳 建豪 志豪 明杰 子豪 嘉诚'),
      first: '俊浩志文家宇嘉天晨子建明伟思泽凯世永鑫国',
      last: '杰豪鹏伟博航涛宇强辉龙峰斌超磊轩阳飞凯林',
      single: '杰磊超鹏凯浩鑫伟涛帅俊宇',
    },
    female: {
      fashion: words('婷婷 雨婷 佳怡 思思 梦婷 雪婷 欣怡 丹丹 佳琪 晓雯 静怡 文静 莹莹 诗雨 雅婷'),
      first: '雨佳思梦雪欣晓静文雅诗婷嘉慧美丽莹秋心怡',
      last: '婷怡琪雯雨静洁玲娜琳敏倩颖燕莹丽萍妮蓉萱',
      single: '静婷敏倩雪丹莹颖洁琳慧娜',
    },
  },
  {
    from: 2000,
    singleShare: 0.1,
    male: {
      fashion: words('子轩 浩然 宇轩 子豪 浩宇 宇航 俊杰 博文 梓豪 天佑 子涵 睿哲 嘉俊 晨曦 子墨'),
      first: '子浩宇梓俊嘉博晨睿天泽家文思铭奕智皓逸承',
      last: '轩然豪宇航涵杰文泽阳睿辰哲熙博霖瑞铭佑翔',
      single: '睿浩宇轩杰鑫磊',
    },
    female: {
      fashion: words('欣怡 子涵 梓涵 雨涵 可馨 诗涵 佳怡 思琪 雨桐 欣妍 梦琪 语嫣 一诺 紫萱 梓萱'),
      first: '欣子梓雨诗佳思梦可语嘉雅紫一若依心晨芷静',
      last: '怡涵琪萱妍馨桐彤瑶婷悦诺雯嫣宁颖蕊然琳雪',
      single: '雪悦颖琪瑶婷',
    },
  },
]

/** Characters few fonts and input methods know; the last ones lie outside the basic plane. */
export const rareCharacters = Array.from('喆堃犇赟翀頔祎昉旻彧燚垚骉羴淼焱昶晟龑䶮㙍㛃㼆䒕𬭎𬀩𬱖𫖯𬍛𬘭𨱏𬤊')

function words(text: string): readonly string[] {
  return text.split(' ')
}
