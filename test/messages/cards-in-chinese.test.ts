import { describe, expect, test } from 'vitest'
import {
  at,
  cared,
  clock,
  drawCard,
  drawPost,
  finished,
  lamp,
  li,
  liftClocks,
  recorded,
  taken,
  unplaced,
  wang,
  zhang,
} from './story.ts'

describe('the residents card through a life', () => {
  test('new: who was told and by when somebody takes it', () => {
    expect(drawCard('residents')).toBe(
      '🛗 #128 电梯故障 · 3号楼2单元\n紧急 · 已通知值班 王师傅\n今天 14:16 前会有人接单\n[+1 我家也是] [补充] [不是报修]',
    )
  })
  test('taken: who, when, on site and done by', () => {
    expect(drawCard('residents', { ticket: { ...taken, supporters: 4 }, view: { clocks: liftClocks.slice(1) } })).toBe(
      '🛗 #128 电梯故障 · 3号楼2单元\n王师傅 已接单(14:03),14:31 前到场\n明天 14:01 前修好\n[+1 我家也是 · 4] [补充]',
    )
  })
  test('a promise takes the place of the class deadline', () => {
    const promise = { until: at('18:00'), by: wang, at: at('14:05') }
    expect(
      drawCard('residents', {
        ticket: { ...taken, onSiteAt: at('14:20'), promise },
        view: { clocks: [clock('resolve', at('14:01', '2026-11-20')), clock('promise', at('18:00'))], grid: '赵网格' },
      }),
    ).toBe(
      '🛗 #128 电梯故障 · 3号楼2单元\n王师傅 已到场(14:20)\n说好今天 18:00 前修好\n网格员:赵网格\n[+1 我家也是] [补充]',
    )
  })
  test('held: for whom and until when', () => {
    const hold = { party: '配件厂家', until: at('18:00', '2026-11-20'), since: at('15:00'), reason: '门机缺货' }
    expect(drawCard('residents', { ticket: { ...taken, status: 'held', hold }, view: { clocks: [] } })).toBe(
      '⏸ #128 电梯故障 · 3号楼2单元\n在等配件厂家,到明天 18:00(门机缺货)\n[+1 我家也是] [补充]',
    )
  })
  test('done: asks the reporter and the others', () => {
    expect(drawCard('residents', { ticket: finished, view: { clocks: [] }, context: { now: at('15:21') } })).toBe(
      '✅ #128 电梯故障 · 3号楼2单元\n已修好:更换门机(15:20)',
    )
  })
  test('closed with its rating, without buttons', () => {
    expect(
      drawCard('residents', { ticket: { ...finished, status: 'closed', rating: 'satisfied' }, view: { clocks: [] } }),
    ).toBe('✅ #128 电梯故障 · 3号楼2单元\n已修好:更换门机(15:20)\n已结案,住户评价:满意')
  })
  test('opened again: says so and starts over', () => {
    expect(drawCard('residents', { ticket: { reopens: 1, cycle: 2, assignee: wang } })).toBe(
      '🔁 #128 电梯故障 · 3号楼2单元\n上次没办好,已重新打开(第 2 次办)\n紧急 · 已派给 王师傅\n今天 14:16 前会有人接单\n[+1 我家也是] [补充] [不是报修]',
    )
  })
  test('a late acknowledgement blames nobody', () => {
    const late = (...notify: string[]) => {
      const said = { clock: 'acknowledge', level: 1, repeat: 0, steps: [], due: at('14:16'), late: false } as const
      const history = [
        {
          seq: 2,
          at: at('14:16'),
          actorId: null,
          actorName: '',
          event: { type: 'escalated', ...said, notify } as const,
        },
      ]
      return drawCard('residents', {
        view: { history: notify.length === 0 ? [] : history },
        context: { now: at('14:20') },
      })
    }
    expect(late('assignee', 'manager')).toContain('接单晚了,已提醒 李经理')
    expect(late('assignee')).toContain('接单晚了,已再次提醒物业')
    expect(late('committee')).toContain('接单晚了,已报社区')
    expect(late()).toContain('接单晚了\n')
  })
  test('the other ends', () => {
    const end = (ticket: Parameters<typeof drawCard>[1]) => drawCard('residents', { ...ticket, view: { clocks: [] } })
    expect(end({ ticket: { status: 'rejected', endReason: '归供电局管' } })).toBe(
      '🚫 #128 电梯故障 · 3号楼2单元\n没有受理:归供电局管',
    )
    expect(end({ ticket: { status: 'withdrawn' } })).toBe('↩️ #128 电梯故障 · 3号楼2单元\n报的人已撤回')
    expect(end({ ticket: { status: 'merged', mergedInto: 120 } })).toBe(
      '🔗 #128 电梯故障 · 3号楼2单元\n和 #120 是同一件事,已合并',
    )
  })
})

describe('special residents cards', () => {
  test('emergency: safety first, then who is coming', () => {
    const card = drawCard('residents', { ticket: { urgency: 'emergency', class: 'emergency' } })
    expect(card).toBe(
      '🚨 #128 电梯故障 · 3号楼2单元\n先保证安全:不要扒门,按轿厢里的对讲,等专业人员来。\n被困可打 119,有人受伤马上打 120。\n特急 · 已通知值班 王师傅\n今天 14:16 前会有人接单\n[+1 我家也是] [补充] [不是报修]',
    )
  })
  test('missing place: the card itself asks, four buildings a row', () => {
    expect(drawCard('residents', { ticket: unplaced })).toBe(
      '💡 #131 供电照明\n是哪一栋?点一下,或直接回复这条写地点\n已通知值班 王师傅\n今天 14:16 前会有人接单\n[1号楼] [2号楼] [3号楼] [5号楼]\n[A座] [听雨轩] [公共区域]\n[+1 我家也是] [补充] [不是报修]',
    )
  })
  test('private: a number and nothing else', () => {
    expect(drawCard('residents', { ticket: cared, context: { deepLink: 'd_abc', canDelete: true } })).toBe(
      '🔒 #140 已转专人处理,细节不在群里说。\n[私聊补充] [删掉原话]',
    )
    expect(drawCard('residents', { ticket: { ...cared, ...finished, private: true, number: 140 } })).toBe(
      '✅ #140 已办结,会私下确认。',
    )
  })
})

describe('the staff card', () => {
  test('new: words, clocks, who is on duty, all four buttons', () => {
    expect(drawCard('staff', { ticket: { supporters: 4, photos: 2 }, view: { grid: '赵网格' } })).toBe(
      '🔴 #128 紧急 电梯故障 · 3号楼2单元 502\n“3号楼2单元电梯又坏了,老人下不来楼” — 张女士 14:01 · 附议 4\n接单 14:16 前 · 到场 14:31 前 · 办结 明天 14:01 前\n值班:<a href="tg://user?id=101">王师傅</a> · 网格员:赵网格\n[接单] [转派] [挂起] [办结]\n[改类] [看照片(2)]',
    )
  })
  test('taken: 接单 goes, 改时间 and 到场 come', () => {
    expect(
      drawCard('staff', {
        ticket: { ...taken, lastNote: { text: '门机坏了', by: '王师傅' } },
        view: { clocks: liftClocks.slice(1) },
      }),
    ).toBe(
      '🔴 #128 紧急 电梯故障 · 3号楼2单元 502\n“3号楼2单元电梯又坏了,老人下不来楼” — 张女士 14:01\n王师傅 已接单(14:03)\n到场 14:31 前 · 办结 明天 14:01 前\n补充:门机坏了 — 王师傅\n[改时间] [转派] [挂起] [办结]\n[到场] [改类]',
    )
  })
  test('done: waits for the residents', () => {
    expect(drawCard('staff', { ticket: finished, view: { clocks: [] } })).toBe(
      '✅ #128 电梯故障 · 3号楼2单元 502\n“3号楼2单元电梯又坏了,老人下不来楼” — 张女士 14:01 · 附议 4\n已修好:更换门机(王师傅 15:20)\n等住户确认',
    )
  })
  test('a clock of daytime says so, and so does a year whose holidays nobody knows yet', () => {
    const clocks = [{ ...clock('acknowledge', at('14:16')), kind: 'daytime' as const }, clock('onsite', at('14:31'))]
    expect(
      drawCard('staff', { view: { clocks, unknownYear: 2027 } })
        .split('\n')
        .slice(2, 4),
    ).toEqual(['接单 14:16 前(只算白天) · 到场 14:31 前', '2027年放假安排还没公布,先按平常工作日算'])
    expect(drawCard('staff', { view: { clocks, unknownYear: 2027 } }, 'en')).toContain(
      'The public holidays of 2027 are not out yet; for now its days count as ordinary ones',
    )
    expect(drawCard('staff', { view: { clocks } }, 'en')).toContain(' (daytime only)')
  })
  test('private: everything, and a word to keep it here', () => {
    const card = drawCard('staff', { ticket: cared, view: { clocks: [] } })
    expect(card).toContain('502的刘奶奶一个人在家')
    expect(card).toContain('私密工单:只在这里办,细节不外传')
  })
})

describe('the committee card', () => {
  const late = { clocks: [clock('resolve', at('17:30'))], history: [] }
  const friday = { now: at('09:30', '2026-11-20') }
  test('what is late, by how much, who has it; no reporter, no room', () => {
    const card = drawCard('committee', { ticket: { ...taken, ...lamp }, view: late, context: friday })
    expect(card).toBe(
      '📣 请督办 #131 供电照明 · 5号楼1单元\n应在昨天 17:30 前修好,已超时 16 小时\n物业:王师傅 昨天 14:03 接单,未说明原因\n附议 6 户\n[督办] [延期] [退回] [看经过]',
    )
  })
  test('the reason is what staff wrote, not what residents wrote', () => {
    const history = [
      recorded({ type: 'acknowledged', by: wang }, at('14:03')),
      recorded({ type: 'noted', text: '灯具缺货,联系 13800138000', by: '王师傅' }, at('15:00')),
      recorded({ type: 'noted', text: '我妈80岁了', by: '周先生' }, at('16:00'), zhang),
    ]
    const card = drawCard('committee', { ticket: { ...taken, ...lamp }, view: { ...late, history }, context: friday })
    expect(card).toContain('说明:灯具缺货,联系 ***')
    expect(card).not.toContain('80岁')
  })
  test('supervised and never taken', () => {
    const supervision = { supervisor: '陈书记', by: li, due: at('18:00', '2026-11-20'), at: at('09:00', '2026-11-20') }
    expect(
      drawCard('committee', {
        ticket: { ...lamp, supervision, dueOverride: supervision.due },
        view: { clocks: [] },
        context: friday,
      }),
    ).toBe(
      '📣 督办中 #131 供电照明 · 5号楼1单元\n社区督办:陈书记 盯着,今天 18:00 前要办好\n物业:还没有人接单,负责人 李经理\n附议 6 户\n[督办] [延期] [退回] [看经过]',
    )
  })
})

describe('the reporter card and the callback', () => {
  test('the reporter of a private matter reads everything', () => {
    expect(drawCard('reporter', { ticket: { ...cared, ...taken }, view: { clocks: [], grid: '赵网格' } })).toBe(
      '💗 #140 关爱求助 · 3号楼2单元 502\n“502的刘奶奶一个人在家,有糖尿病,两天没出门” 14:01\n王师傅 已接单(14:03)\n网格员:赵网格\n只有您和办事的人看得到\n[补充] [催一下]',
    )
  })
  const callback = { kind: 'callback', cycle: 1 } as const
  test('asks whether it is solved', () => {
    expect(drawPost(callback, { ticket: finished, view: { clocks: [] } })).toBe(
      '张女士和另外 4 户:王师傅说 #128 修好了:更换门机。各位那边好了吗?\n[已解决] [没解决]',
    )
  })
  test('confirmed: asks for the rating', () => {
    const history = [recorded({ type: 'confirmed', by: zhang }, at('15:30'), zhang)]
    expect(drawPost(callback, { ticket: { ...finished, status: 'closed' }, view: { clocks: [], history } })).toBe(
      '好了就好。#128 这次办得怎么样?\n[满意] [基本满意] [不满意]',
    )
  })
  test('closed without an answer: the way back stays open', () => {
    const ticket = { ...finished, status: 'closed', endReason: 'expired' } as const
    expect(drawPost(callback, { ticket, view: { clocks: [] } })).toBe(
      '没等到您的回复,#128 先结案了。要是还没好,点「没解决」,随时可以重办。\n[没解决]',
    )
  })
  test('rated: thanks', () => {
    const rated = (rating: 'satisfied' | 'basically') =>
      drawPost(callback, { ticket: { ...finished, status: 'closed', rating }, view: { clocks: [] } })
    expect(rated('satisfied')).toBe('谢谢您的评价:#128 满意。')
    expect(rated('basically')).toBe('谢谢,记下了:#128 基本满意。还差什么,直接回复这条。')
  })
  test('opened again: an apology with the manager and the time', () => {
    expect(
      drawPost(callback, {
        ticket: { reopens: 1, cycle: 2 },
        view: { clocks: [clock('acknowledge', at('12:00', '2026-11-20'))] },
      }),
    ).toBe('抱歉没办好。#128 已重新打开,李经理会在明天 12:00 前联系您。')
  })
  test('a private matter asked about in a group keeps its words', () => {
    const ticket = { ...cared, ...finished, number: 140 }
    expect(drawPost(callback, { ticket, view: { clocks: [] } })).not.toContain('更换门机')
    const origin = { chatId: 401, messageId: 9, threadId: null, direct: true }
    expect(drawPost(callback, { ticket: { ...ticket, origin }, view: { clocks: [] } })).toContain('更换门机')
  })
})

describe('questions and prompts', () => {
  test('maybe and same', () => {
    const maybe = {
      kind: 'question',
      question: 'maybe',
      about: '垃圾没清 · 5号楼东侧',
      number: null,
      own: false,
    } as const
    expect(drawPost(maybe)).toBe('要登记成工单吗?我理解的是:垃圾没清 · 5号楼东侧\n[登记] [不用]')
    const same = { ...maybe, question: 'same', number: 97 } as const
    expect(drawPost(same)).toBe('#97 已经在办,像是同一件:垃圾没清 · 5号楼东侧\n[+1 到 #97] [另报一件]')
    expect(drawPost({ ...same, own: true })).toBe(
      '您报过的 #97 还在办,像是同一件:垃圾没清 · 5号楼东侧\n[补充到 #97] [另报一件]',
    )
  })
  test('hold asks whom and until when; assign offers names', () => {
    expect(drawPost({ kind: 'prompt', action: 'hold', choices: [] })).toBe(
      '#128 等谁、到什么时候?直接回复这条,例如:配件厂家 到 周五18:00',
    )
    const choices = ['王师傅', '赵师傅', '李师傅'].map((label, index) => ({ label, arg: String(index) }))
    expect(drawPost({ kind: 'prompt', action: 'assign', choices })).toBe(
      '#128 转给谁?点一下名字。\n[王师傅] [赵师傅]\n[李师傅]',
    )
  })
  test('a second copy says so', () => {
    expect(drawPost({ kind: 'photos' }, { context: { resend: true } })).toBe('【重发】📷 #128 的照片')
    expect(drawPost({ kind: 'summary', period: '2026-W47', audience: 'staff' }, { context: { resend: true } })).toBe('')
  })
})
