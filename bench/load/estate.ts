import type { CommunitySetup } from '../../src/app/ports.ts'
import { defaultPolicy } from '../../src/domain/policy/default-policy.ts'

/** Communities under load, each with a residents' and a staff chat; their numbers start where no history's do. */
export const residentsOf = (community: number): number => -2_000_001 - 2 * community
export const staffOf = (community: number): number => -2_000_002 - 2 * community
export const isStaff = (chatId: number): boolean => chatId % 2 === 0

const zone = 'Asia/Shanghai'
const buildings = 30

export function communitySetup(community: number): CommunitySetup {
  const chat = { threadId: null, buildings: [] }
  return {
    name: `压测小区${community}`,
    timezone: zone,
    language: 'zh-CN',
    households: 7200,
    buildings: Array.from({ length: buildings }, (_, index) => ({
      name: String(index + 1),
      units: 4,
      floors: 30,
      households: 240,
      handover: null,
      grid: null,
    })),
    chats: [
      { ...chat, id: residentsOf(community), role: 'residents', title: `业主群${community}` },
      { ...chat, id: staffOf(community), role: 'staff', title: `工单群${community}` },
    ],
    people: [],
    policy: defaultPolicy(zone),
  }
}

const faults = [
  '楼道灯坏了',
  '电梯按钮不灵',
  '下水道堵了',
  '垃圾没人清运',
  '单元门关不上',
  '地砖松动',
  '树枝断了',
  '太吵了',
]
const chats = [
  '早上好',
  '今天菜场的鱼新鲜',
  '谁有多余的快递箱',
  '周末打球缺一个人',
  '降温了多穿点',
  '今晚吃饺子',
  '楼下桂花开了',
  '哈哈哈',
]

/** What the `n`th message of a community says: no two reports of one are of one place. */
export function messageOf(kind: 'chatter' | 'reports', n: number): string {
  if (kind === 'chatter') return `${chats[n % chats.length]}${n}`
  return `${1 + (n % buildings)}号楼${1 + (Math.floor(n / buildings) % 4)}单元${1 + ((n * 7) % 30)}楼${faults[n % faults.length]}`
}
