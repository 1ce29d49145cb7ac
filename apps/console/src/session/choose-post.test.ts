import type { OfficerSelf, Post } from '@gongqiao/modules/organization/contract.ts'
import { expect, test } from 'vitest'
import { actingPost, safeReturn } from './choose-post.ts'

const unit: Post['unit'] = {
  id: 'u',
  name: '余姚市总工会',
  shortName: '余姚市',
  level: 'county',
  cell: 330281,
  path: '',
  parent: null,
  divisionCode: '330281',
  creditCode: null,
  children: 0,
  state: 'active',
}
const post = (id: string): Post => ({
  id,
  title: id,
  role: 'r',
  unit,
  acts: [],
  holderName: null,
  since: null,
  caretakerFrom: null,
})
const self: OfficerSelf = { account: 'a', name: '沈', posts: [post('p1'), post('p2'), post('p3')], unreadMessages: 0 }

test('the address says which post acts, then this tab, then the first post', () => {
  expect(actingPost(self, 'p3', 'p2')?.id).toBe('p3')
  expect(actingPost(self, undefined, 'p2')?.id).toBe('p2')
  expect(actingPost(self, 'somebody-elses', 'gone')?.id).toBe('p1')
  expect(actingPost({ ...self, posts: [] }, 'p1', null)).toBe(null)
})

test('after sign-in nobody is sent to another site or in a circle', () => {
  expect(safeReturn('/units/1/people?post=p1')).toBe('/units/1/people?post=p1')
  for (const trap of ['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in?back=/', undefined]) {
    expect(safeReturn(trap)).toBe('/')
  }
})
