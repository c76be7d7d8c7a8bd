import type { NoticeTexts } from '../catalogue.ts'
import { html, lines, words } from '../html.ts'

/** What this person may use in this place, with examples that can be typed as they stand. */
export const help: NoticeTexts['help'] = ({ audience, roles, mentionOnly, bot }) => {
  const has = (...some: readonly string[]): boolean => roles.some((role) => some.includes(role))
  const crew = audience === 'staff' || (audience === 'direct' && has('staff', 'manager'))
  const committee = audience === 'committee' || (audience === 'direct' && has('committee', 'grid'))
  const resident = audience === 'residents' || audience === 'direct'
  return lines([
    words('👋 我是呼应:有人喊,就有人应。'),
    audience === 'direct' ? words('在这里写的只有办事的人看得到,例如:楼上邻居每晚吵架,请帮忙') : null,
    audience === 'residents' ? words('报事直接说,例如:3号楼2单元电梯坏了') : null,
    resident ? words('看进度:进度 128 · 该谁管:谁负责 128 · 看自己报的:我的') : null,
    resident ? words('催一催:催 128 · 不用了:撤回 128 · 要补充:直接回复卡片') : null,
    resident ? words('现在停什么:停水通知') : null,
    resident ? words('办完会问您:好了点「已解决」,没好点「没解决」,会马上重办') : null,
    crew ? words('接手:接单 128 · 到了:点「到场」 · 转给别人:转派 128 王师傅') : null,
    crew ? words('要等人:挂起 128 配件厂家 到 周五18:00 · 定时间:承诺 128 明天18:00') : null,
    crew ? words('办完:办结 128 已换门机(可带照片) · 备注 128 已联系厂家') : null,
    crew
      ? words(
          '不归我们管:移交 128 供电公司:原因(照样跟到底)、驳回 128 原因 · 同一件事:合并 128 到 120 · 看在办:列表 · 看超时:超时 · 谁值班:值班、值班表 · 换班:换班 周六 李师傅',
        )
      : null,
    crew ? words('停水停电:在物业群里直接写「明天9点到15点 3号楼停水」,看过再发布 · 现在的通知:停水通知') : null,
    audience === 'direct' && has('manager') ? words('值班表放进手机日历:值班日历') : null,
    crew ? words('类别不对:改类 128 漏水 · 一次接几件:接单 128 129 · 为什么催:为什么 128 · 该谁管:谁负责 128') : null,
    committee ? words('督办:督办 128 周五18:00前 · 延期:延期 128 等维修资金 到 下周五18:00') : null,
    committee ? words('退回物业:退回 128 先说清楚什么原因 · 类别不对:改类 128 漏水') : null,
    committee
      ? words('看在办:列表 · 看超时:超时 · 谁值班:值班 · 为什么催:/why 128 · 该谁管:/who 128 · 看周报:周报')
      : null,
    audience !== 'residents' && has('grid', 'committee')
      ? words('上门以后记一笔(私聊我):走访 3号楼501 身体都好')
      : null,
    audience === 'direct' && has('grid') ? words('您网格里未了的事:我的网格(每周一也会发给您)') : null,
    has('admin') ? words('管理:回复一个人发「任命 物业 王师傅 电梯,电工」· 名单 /people · 语言 /language en') : null,
    words('按钮和打字一样管用;回复卡片时不用写号码。'),
    mentionOnly
      ? html`我在这个群只看得到 ${words(`@${bot}`)} 开头的话、对我的回复和命令;想让我听见大家报事,请管理员给 @BotFather 发 /setprivacy 选 Disable,再把我重新拉进群。`
      : null,
  ])
}
