/** 复姓: surnames of two characters that are still borne. */
const compoundSurnames: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 ' +
    '段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 淳于 单于 叱干 纳兰 完颜 富察 费莫 范姜'
  ).split(' '),
)

/**
 * The surname a Chinese name begins with: two characters for a compound surname (复姓) before a given name, else one.
 *
 * @param characters the name's characters, without a dot
 */
export function surnameOf(characters: readonly string[]): string {
  const two = characters.slice(0, 2).join('')
  return characters.length > 2 && compoundSurnames.has(two) ? two : (characters[0] ?? '')
}
