export const zh = {
  'imports.column_missing': '缺少必需的列：{column}\n请指出哪一列是它；表里没有的，请补上后重新上传。',
  'imports.column_twice': '“{column}”指了两列\n请只留一列。',
  'imports.column_unknown': '不认识的列：{column}\n请刷新页面后重新选择。',
  'imports.no_such_choice': '这个选项已经不在了\n请刷新后重新认定。',
  'imports.no_such_row': '有的行已经认定过，或不在名单里\n请刷新后再选。',
  'imports.let_go': '这次导入的内容已按期清除\n需要时请重新上传表格。',
  'imports.post_given_up':
    '发起导入的人已不在这个岗位\n已导入的部分保留。请由现任人员重新上传，已有的人会认作“没有变化”。',
  'imports.stopped_by_mistake':
    '导入中途出了错\n已导入的部分保留，没有半行。已经记录下来，请稍后重新上传，已有的人会认作“没有变化”。',
  'imports.formula_cell': '这个单元格是公式，没有读取\n请复制整列，选择性粘贴为“数值”后再上传。',
  'imports.error_cell': '这个单元格是表格软件的错误值（如 #N/A）\n请改成实际内容。',
  'imports.broken_text': '有无法识别的字符\n请重新输入。',
  'imports.repeated_row': '与第 {row} 行重复，只取第一次出现的那一行',
  'imports.contradicting_row':
    '与第 {row} 行是同一个人，但内容不一致\n无法判断哪一行对，两行都没有导入。请核对后只留一行。',
  'imports.none_of_them': '经认定，都不是候选的那几个\n请改正后重新上传这一行。',
  'imports.not_settled': '还没有认定，没有导入\n请在页面上认定，或改正后重新上传。',
  'imports.error_file': '待改正',
  'imports.reasons': '问题和改法',
} as const
