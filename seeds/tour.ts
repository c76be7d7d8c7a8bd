import type { Tour } from '../src/sandbox/page-extras.ts'

const residents = -1001
const staff = -1002
const committee = -1003
const [zhang, wang, secretary] = [401, 101, 301] as const

/** The way of one matter, from a sentence in the group to the weekly summary. */
export const tour: Tour = {
  steps: [
    {
      id: 'report',
      title: { 'zh-CN': '报事', en: 'Report' },
      line: {
        'zh-CN': '邻居在群里说一句,就成了一张有编号的工单。',
        en: 'A neighbour says a sentence in the group, and it is a ticket with a number.',
      },
      goals: [
        {
          hint: {
            'zh-CN': '张女士的话已经写好,按「发送」。',
            en: 'Ms Zhang’s words are ready (“the lift has failed again, the old people cannot get down”): press “Send”.',
          },
          acts: [
            { do: 'say', chat: residents, as: zhang, text: '3号楼2单元电梯又坏了,老人下不来楼' },
            { do: 'press', chat: residents, as: zhang, on: '像是同一件', button: '另报一件' },
          ],
          done: { chat: residents, shows: ['#', '电梯故障', '紧急'] },
          findsNumber: true,
        },
      ],
    },
    {
      id: 'acknowledge',
      title: { 'zh-CN': '接单', en: 'Take it' },
      line: {
        'zh-CN': '物业群里是同一件事的另一张卡片:谁来办、几点前办好,都写着。',
        en: 'Staff see a card of their own: who has it, and by when each thing is due.',
      },
      goals: [
        {
          hint: { 'zh-CN': '替王师傅按「接单」。', en: 'As 王师傅, the mechanic, press 接单 (take it).' },
          acts: [{ do: 'press', chat: staff, as: wang, on: '#{n} ', button: '接单' }],
          done: { chat: staff, shows: ['#{n} ', '王师傅 已接单'] },
        },
      ],
    },
    {
      id: 'overdue',
      title: { 'zh-CN': '超时', en: 'Overdue' },
      line: {
        'zh-CN': '接了单还要到场:急修三十分钟。过了时间,机器人点名请经理。',
        en: 'Taking it is not enough: within half an hour somebody has to be there. Later than that, the manager is named.',
      },
      goals: [
        {
          hint: { 'zh-CN': '让时间过两小时。', en: 'Let two hours pass.' },
          acts: [{ do: 'clock', step: '2-hours' }],
          done: { chat: staff, shows: ['⚠️ #{n} '] },
        },
      ],
    },
    {
      id: 'committee',
      title: { 'zh-CN': '督办', en: 'Committee' },
      line: {
        'zh-CN': '再拖下去,事情就到了社区党委,由书记来盯。',
        en: 'Still nobody there: it climbs to the committee, and the secretary takes charge.',
      },
      goals: [
        {
          hint: {
            'zh-CN': '时间再过两小时,直到督办群出现 📣。',
            en: 'Two hours more, until the committee’s chat shows 📣.',
          },
          acts: [{ do: 'clock', step: '2-hours' }],
          done: { chat: committee, shows: ['请督办 #{n} '] },
        },
        {
          hint: { 'zh-CN': '替陈书记按「督办」。', en: 'As 陈书记, the secretary, press 督办 (supervise).' },
          acts: [{ do: 'press', chat: committee, as: secretary, on: '#{n} ', button: '督办' }],
          done: { chat: residents, shows: ['#{n} ', '社区督办:陈书记'] },
        },
      ],
    },
    {
      id: 'resolve',
      title: { 'zh-CN': '办结', en: 'Resolve' },
      line: {
        'zh-CN': '打一行字和按按钮一样管用;修了什么,写清楚。',
        en: 'A typed line does what a button does, and says what was mended.',
      },
      goals: [
        {
          hint: {
            'zh-CN': '王师傅的「办结」已经写好,按「发送」。',
            en: 'The line 办结 (done: the door motor was replaced) is ready: press “Send”.',
          },
          acts: [{ do: 'say', chat: staff, as: wang, text: '办结 {n} 更换门机,已试运行' }],
          done: { chat: residents, shows: ['说 #{n} '] },
        },
      ],
    },
    {
      id: 'rate',
      title: { 'zh-CN': '评价', en: 'Rate' },
      line: {
        'zh-CN': '修没修好,住户说了算;满不满意,也要问一句。',
        en: 'Whether it is mended is for the resident to say, and so is how well.',
      },
      goals: [
        {
          hint: { 'zh-CN': '替张女士按「已解决」。', en: 'As Ms Zhang press 已解决 (solved).' },
          acts: [{ do: 'press', chat: residents, as: zhang, on: '说 #{n} ', button: '已解决' }],
          done: { chat: residents, shows: ['#{n} 这次办得怎么样'] },
        },
        {
          hint: { 'zh-CN': '再按「满意」。', en: 'Then 满意 (satisfied).' },
          acts: [{ do: 'press', chat: residents, as: zhang, on: '#{n} 这次办得怎么样', button: '满意' }],
          done: { chat: residents, shows: ['谢谢您的评价'] },
        },
      ],
    },
    {
      id: 'summary',
      title: { 'zh-CN': '周报', en: 'Summary' },
      line: {
        'zh-CN': '每周一,各群都看到这一周报了什么、办了什么、说到做到没有。',
        en: 'Every Monday each group sees what was reported, what was done and which promises were kept.',
      },
      goals: [
        {
          hint: { 'zh-CN': '让时间走到周一 9:00。', en: 'Let time pass to Monday 9:00.' },
          acts: [{ do: 'clock', step: 'next-monday' }],
          done: { chat: residents, shows: ['📊'] },
        },
      ],
    },
  ],
}
