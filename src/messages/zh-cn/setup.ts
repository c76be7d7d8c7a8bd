import type { NoticeTexts } from '../catalogue.ts'
import { html, lines, quoted, words } from '../html.ts'
import { personName } from '../mention.ts'
import { chatRoleNames, roleNames } from '../names.ts'
import { help } from './help.ts'

/** Notices for people who write to the bot, and for the owner who sets it up. */
export const setup: Pick<
  NoticeTexts,
  | 'help'
  | 'did-you-mean'
  | 'write-here'
  | 'write-details'
  | 'details-kept'
  | 'told-privately'
  | 'not-understood'
  | 'no-period'
  | 'period-ahead'
  | 'owner-welcome'
  | 'claimed'
  | 'claim-refused'
  | 'community-made'
  | 'bind-code'
  | 'bound'
  | 'bind-refused'
  | 'appointed'
  | 'dismissed'
  | 'appoint-how'
  | 'people'
  | 'chat-id'
  | 'language-set'
  | 'privacy-mode'
  | 'parked'
  | 'not-handled'
  | 'days-unknown'
> = {
  help,
  'did-you-mean': ({ line }) => html`是不是想发:${quoted(line, 120)}`,
  'write-here': ({ community }) =>
    community === null
      ? words('您好,我是呼应。您还没加入用呼应的小区:请先在小区群里说一句话,再回来找我。')
      : html`您好,这里是${quoted(community, 40)}。要反映什么,直接写在这里,只有办事的人看得到。`,
  'write-details': ({ number }) => html`#${number} 的情况请写在这里:什么事、在哪里、怎么联系您。只有办事的人看得到。`,
  'details-kept': ({ number }) => html`已记到 #${number},只有办事的人看得到,谢谢。`,
  'told-privately': ({ person }, say) => html`${say.mention(person)},已私聊回复您。`,
  'not-understood': () => words('没看明白。请换个说法,或发「帮助」看我能做什么。'),
  'no-period': ({ asked }) =>
    html`没有「${quoted(asked, 30)}」这一期。可以这样写:「周报 上周」「周报 2026-W47」「月报 2026-11」「季报 2026-Q4」。`,
  'period-ahead': ({ asked }) => html`「${quoted(asked, 30)}」还没到,到时候再看。`,
  'owner-welcome': ({ communities, bot }) =>
    lines([
      words('👋 您好,您是呼应的所有者。'),
      communities.length === 0
        ? words('先建小区:发 /community 幸福里')
        : html`您的小区:${quoted(communities.join('、'), 200)}`,
      html`再把 ${words(`@${bot}`)} 拉进业主群、物业群、社区督办群。`,
      words('然后在这里发 /bind 领绑定码,把它发到对应的群里。'),
      words('最后在群里回复一个人任命:任命 物业 王师傅 电梯,电工'),
    ]),
  claimed: () => words('✅ 认领成功,您是所有者了。下一步建小区:/community 幸福里'),
  'claim-refused': () => words('认领码不对,或已经有人用过。请看启动日志里的最新认领码,再发一次 /claim 认领码。'),
  'community-made': ({ name }) =>
    lines([
      html`✅ 小区「${quoted(name, 60)}」建好了。`,
      words('下一步绑群:发 /bind 业主群、/bind 物业群 或 /bind 督办群 领绑定码。'),
    ]),
  'bind-code': ({ code, role, community, minutes }) =>
    lines([
      html`🔑 ${quoted(community, 60)} · ${chatRoleNames[role]['zh-CN']}`,
      html`把我拉进群,请群管理员在群里发:`,
      html`${words(`/bind ${code}`)}`,
      html`${minutes} 分钟内有效,只能用一次。`,
    ]),
  bound: ({ community, role, canReadAll, bot }) =>
    lines([
      html`✅ 本群已绑定:${quoted(community, 60)} · ${chatRoleNames[role]['zh-CN']}`,
      {
        residents: words('有事直接说,例如:3号楼2单元电梯坏了。我会登记、跟进、回访。'),
        staff: words('新工单会发到这里。点按钮,或打字:接单 128、办结 128 已换门机。'),
        committee: words('只有超时升级的事会发到这里。点「督办」或「延期」即可。'),
      }[role],
      canReadAll
        ? null
        : html`我现在看不到普通消息。请给 @BotFather 发 /setprivacy → 选 ${words(`@${bot}`)} → Disable,再把我移出并重新拉进群。`,
      canReadAll ? null : html`在那之前:@${words(bot)} 开头、回复我,或用 /report 开头,我都能看到。`,
    ]),
  'bind-refused': ({ reason }) =>
    words(
      {
        'unknown-code': '绑定码不对或已过期。请所有者私聊我发 /bind 再领一个。',
        'not-admin': '请群管理员来发绑定码。',
        'other-community': '本群已经绑给别的小区了。要换,请原来的所有者先解绑。',
        'not-owner': '只有所有者可以绑群。',
        'no-community': '还没有小区。请先私聊我发 /community 幸福里',
      }[reason],
    ),
  appointed: ({ name, role }) => html`✅ ${personName(name)} 现在是${roleNames[role]['zh-CN']},辛苦了。`,
  dismissed: ({ name, role }) => html`${personName(name)} 不再担任${roleNames[role]['zh-CN']},谢谢一直以来的付出。`,
  'appoint-how': () =>
    lines([
      words('在绑定的群里回复那个人的消息,发:任命 物业 王师傅 电梯,电工'),
      words('身份:物业、经理、网格员、居委(或党委)、业委会、志愿者、管理员;后面写称呼,再写工种(可不写)。'),
      words('英文也行:/appoint staff 王师傅 电梯,电工。取消:回复他发「免去 物业」。'),
    ]),
  people: ({ people }) =>
    people.length === 0
      ? words('名单还是空的。回复一个人发:任命 物业 王师傅 电梯,电工')
      : lines([
          words('👥 名单'),
          ...people
            .slice(0, 60)
            .map(({ name, role, trades }) =>
              trades.length === 0
                ? html`${personName(name)} — ${roleNames[role]['zh-CN']}`
                : html`${personName(name)} — ${roleNames[role]['zh-CN']}(${quoted(trades.join('、'), 60)})`,
            ),
          people.length > 60 ? html`还有 ${people.length - 60} 位没列出` : null,
        ]),
  'chat-id': ({ chat, thread, user }) =>
    lines([html`本群 ${chat}`, thread === null ? null : html`话题 ${thread}`, html`您 ${user}`]),
  'language-set': () => words('好的,以后说中文。'),
  'privacy-mode': ({ bot }) =>
    lines([
      words('👀 我现在看不到普通消息,听不到大家报事。'),
      html`请给 @BotFather 发 /setprivacy,选 ${words(`@${bot}`)},点 Disable;再把我移出群,重新拉进来。`,
      html`在那之前:${words(`@${bot}`)} 开头、回复我,或用命令,我都能看到。`,
    ]),
  'days-unknown': ({ community, year }) =>
    lines([
      html`📅 ${quoted(community, 40)}:${year}年放假安排还没有数据,先按平常工作日算到期时间。`,
      words('国务院办公厅的通知出来后,请把它写进 china-days.yaml 再重启,或升级呼应;在办的工单会跟着改。'),
    ]),
  'not-handled': () => words('不好意思,这条我没处理成。内容已留存,也告诉维护人员了;着急的话请换个说法再发一遍。'),
  parked: ({ count }) => html`⚠️ 有 ${count} 条消息处理失败,已留存,没有丢。请看日志或联系维护人员。`,
}
