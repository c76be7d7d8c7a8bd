/**
 * One week of the demo neighbourhood, Monday 2026-11-16 to the summary on Monday 2026-11-23. Local times of the
 * community. People write what people write; the bot, its clocks and its jobs do the rest.
 */
export interface WeekStep {
  /** Local date and time, in order. */
  readonly at: string
  /** A person of `neighbours` or of the community file. */
  readonly who: number
  /** Where: a chat of the community file, or in private. */
  readonly where: number | 'dm'
  readonly does:
    | { readonly kind: 'say'; readonly text: string; readonly replyTo?: string }
    | { readonly kind: 'album'; readonly captions: readonly string[]; readonly replyTo?: string }
    | { readonly kind: 'photo'; readonly caption?: string; readonly replyTo?: string }
    /** Presses a button of the bot's newest message in that chat that contains `on`. */
    | { readonly kind: 'press'; readonly on: string; readonly button: string }
    /** Edits the person's own newest message there. */
    | { readonly kind: 'edit'; readonly text: string }
  /** A word for whoever watches: what this shows. */
  readonly shows?: string
}

const residents = -1001
const staff = -1002
const committee = -1003
const [zhang, oldLi, chen, auntWang, liu, emma, granny] = [401, 402, 403, 404, 405, 406, 407] as const
const [wang, liuShifu, sun, manager, secretary] = [101, 102, 103, 201, 301] as const

const say = (text: string, replyTo?: string) => ({ kind: 'say', text, ...(replyTo && { replyTo }) }) as const
const press = (on: string, button: string) => ({ kind: 'press', on, button }) as const

export const weekStart = '2026-11-16 08:00'
export const weekEnd = '2026-11-23 09:05'

export const week: readonly WeekStep[] = [
  {
    at: '2026-11-16 08:20',
    who: auntWang,
    where: residents,
    does: say('早上好,今天降温,大家多穿点'),
    shows: '闲聊,机器人不作声',
  },
  {
    at: '2026-11-16 09:02',
    who: zhang,
    where: residents,
    does: say('3号楼2单元电梯又坏了,老人下不来楼'),
    shows: '一句话就是一张工单',
  },
  { at: '2026-11-16 09:04', who: oldLi, where: residents, does: press('#1 ', '+1 我家也是'), shows: '邻居附议,不刷屏' },
  { at: '2026-11-16 09:06', who: wang, where: staff, does: press('#1 ', '接单') },
  { at: '2026-11-16 09:21', who: wang, where: staff, does: say('到场', '#1 ') },
  { at: '2026-11-16 09:40', who: wang, where: staff, does: say('办结 1 更换门机'), shows: '打字和按钮一样' },
  { at: '2026-11-16 09:55', who: zhang, where: residents, does: press('#1 ', '已解决') },
  { at: '2026-11-16 09:55', who: zhang, where: residents, does: press('#1 ', '满意'), shows: '回访,评价' },

  {
    at: '2026-11-16 14:10',
    who: chen,
    where: residents,
    does: say('5号楼1单元楼道灯不亮,黑漆漆的'),
    shows: '这一件会超时',
  },
  { at: '2026-11-16 14:30', who: wang, where: staff, does: say('接单 2') },

  {
    at: '2026-11-17 10:05',
    who: liu,
    where: residents,
    does: { kind: 'album', captions: ['6号楼地下车库漏水,车都淋湿了', '', ''] },
    shows: '三张照片一件事',
  },
  { at: '2026-11-17 10:20', who: liuShifu, where: staff, does: press('#3 ', '接单') },
  {
    at: '2026-11-17 11:00',
    who: liuShifu,
    where: staff,
    does: say('挂起 3 等防水公司 到 11月20日上午10点'),
    shows: '等谁、等到哪天,说清楚',
  },

  {
    at: '2026-11-17 19:30',
    who: emma,
    where: residents,
    does: say('No hot water in building 6 unit 1 since this morning'),
    shows: '英文也行',
  },
  { at: '2026-11-17 19:36', who: liuShifu, where: staff, does: press('#4 ', '接单') },
  {
    at: '2026-11-17 21:10',
    who: liuShifu,
    where: staff,
    does: { kind: 'photo', caption: '办结 阀门已更换', replyTo: '#4 ' },
    shows: '照片就是凭证',
  },
  { at: '2026-11-17 21:30', who: emma, where: residents, does: press('#4 ', '已解决') },
  { at: '2026-11-17 21:31', who: emma, where: residents, does: press('#4 ', '基本满意') },

  { at: '2026-11-18 08:50', who: auntWang, where: residents, does: say('1号楼门口垃圾没人清,都臭了') },
  { at: '2026-11-18 09:10', who: sun, where: staff, does: press('#5 ', '接单') },
  { at: '2026-11-18 10:30', who: sun, where: staff, does: press('#5 ', '办结') },
  {
    at: '2026-11-18 12:20',
    who: auntWang,
    where: residents,
    does: press('#5 ', '没解决'),
    shows: '没解决就重办,经理马上知道',
  },
  { at: '2026-11-18 14:20', who: manager, where: staff, does: say('接单 5') },
  { at: '2026-11-18 15:40', who: manager, where: staff, does: say('办结 5 已清运并消毒,明早再查') },
  { at: '2026-11-18 16:00', who: auntWang, where: residents, does: press('#5 ', '已解决') },
  { at: '2026-11-18 16:00', who: auntWang, where: residents, does: press('#5 ', '满意') },

  {
    at: '2026-11-19 02:14',
    who: oldLi,
    where: residents,
    does: say('有人被困电梯了!3号楼2单元!快来人'),
    shows: '半夜的急事,不等天亮',
  },
  { at: '2026-11-19 02:17', who: wang, where: staff, does: press('#6 ', '接单') },
  { at: '2026-11-19 02:35', who: wang, where: staff, does: press('#6 ', '到场') },
  { at: '2026-11-19 02:50', who: wang, where: staff, does: say('办结 6 人已救出,平安;电梯停用等维保') },
  { at: '2026-11-19 08:05', who: oldLi, where: residents, does: press('#6 ', '已解决') },
  { at: '2026-11-19 08:05', who: oldLi, where: residents, does: press('#6 ', '满意') },

  {
    at: '2026-11-19 10:00',
    who: granny,
    where: 'dm',
    does: say('我一个人住,腿脚不方便,能不能有人帮忙买药'),
    shows: '私下说的,群里看不到',
  },
  { at: '2026-11-19 10:12', who: manager, where: staff, does: say('接单 7') },
  { at: '2026-11-19 15:00', who: manager, where: staff, does: say('办结 7 药已送到,以后每周三来一次') },

  { at: '2026-11-20 09:15', who: chen, where: residents, does: say('催 2'), shows: '居民催办' },
  {
    at: '2026-11-20 15:30',
    who: secretary,
    where: committee,
    does: press('#2 ', '督办'),
    shows: '超时到了党委,书记督办',
  },
  { at: '2026-11-20 16:30', who: wang, where: staff, does: say('办结 2 灯座和线路都换了') },
  { at: '2026-11-20 17:00', who: chen, where: residents, does: press('#2 ', '已解决') },
  { at: '2026-11-20 17:01', who: chen, where: residents, does: press('#2 ', '基本满意') },

  { at: '2026-11-21 20:00', who: zhang, where: residents, does: say('谢谢王师傅,电梯现在很稳'), shows: '感谢不是报修' },
  { at: '2026-11-22 16:00', who: liu, where: residents, does: say('6号楼楼上半夜一直在装修,太吵了') },
]
