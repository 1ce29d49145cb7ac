import { expect, test } from 'vitest'
import { inStrokeOrder, strokesOf } from './strokes.ts'

const sorted = (...names: string[]) => inStrokeOrder(names.map((name) => ({ name, id: name }))).map(({ name }) => name)

test('candidates stand by the strokes of their surnames, not by their sound (ELE-35, ELE-55)', () => {
  expect(sorted('魏十八', '欧阳八', '张七', '王四', '丁二', '万三', '龙五', '戴十七')).toEqual([
    '丁二',
    '万三',
    '王四',
    '龙五',
    '张七',
    '欧阳八',
    '戴十七',
    '魏十八',
  ])
})

test('the same surname goes on by the strokes of the given name, a shorter name before a longer one', () => {
  expect(sorted('王明明', '王一', '王明')).toEqual(['王一', '王明', '王明明'])
})

test('two of one name stand in the order of their ids, whoever was entered first', () => {
  const twins = [
    { name: '王一', id: 'b' },
    { name: '王一', id: 'a' },
  ]
  expect(inStrokeOrder(twins)).toEqual(inStrokeOrder([...twins].reverse()))
})

test.each([
  [2, '丁卜'],
  [3, '万于马'],
  [4, '王方毛文孔邓车'],
  [5, '史田石龙叶卢冯白边'],
  [6, '江刘朱许任汤吕庄阮邢那祁过'],
  [7, '李吴张陈陆何宋沈杜苏杨余邱邹邵严连'],
  [8, '周林罗郑孟金易范苗欧迪'],
  [9, '胡赵姜侯段贺施洪姚俞柳祝荣荆'],
  [10, '郭徐高唐夏袁陶秦贾钱莫敖'],
  [11, '黄曹梁崔康章常萧龚阎萨逯'],
  [12, '彭韩程曾傅谢董蒋葛敬'],
  [13, '蓝雷路鲍赖蒙甄'],
  [14, '廖谭熊蔡裴管'],
  [15, '樊潘黎颜'],
  [16, '薛霍穆'],
  [17, '戴魏'],
])(
  'surnames of %i strokes by the mainland’s standard, grass and ear radicals in their short writing',
  (strokes, surnames) => {
    expect([...surnames].filter((surname) => strokesOf(surname) !== strokes)).toEqual([])
  },
)
