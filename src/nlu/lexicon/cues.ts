import type { CueRow } from './rows.ts'

/** Words that speak for a report, and those that tell how bad it is. */
export const reportCues: readonly CueRow[] = [
  [
    'fault',
    '凹 窟窿 破洞 露出来 露着 稀巴烂 呛得 呛人 熏 直吹 直冲 汪汪 冲出来 没人拦 没人管 差得 只剩 浪费 压到 泛白 泛黄 泛水 上泛 扎脚 扎胎 卡顿 渗进 湿透 掉皮 起皮 鼓包 散架 变形 发臭 发霉 发黑 发绿 瘪 缺了 缺失 丢了 少了 坏了 坏掉 又坏 坏的 坏 不亮 不好使 不好用 不能用 用不了 失灵 失修 故障 不动 打不开 开不了 关不上 关不严 关不住 没反应 卡住 卡死 卡在 断了 裂开 破了 破损 损坏 毁坏 掉了 掉下来 脱落 歪了 倒了 塌了 不通 不灵 异响 嘶嘶 抖 晃 松了 失效 报废 停运 停了 停摆 罢工 不转 不工作 一推就开 灭了 熄了 没了 不热 冰凉 被占 占用 占了 被堵 被锁 锁住 锁着 关了 被关 过期 红区 严重 问题 影响 太大 很大 没人管 没人修 没人理 不处理 没有处理 未解决 没解决 难等 不足 不合理 不合规 违规 违法 非法 擅自 私自 侵占 霸占 差 乱 脏 臭 堵 吵 响 漏 裂',
  ],
  [
    'fault',
    "broken broke out_of_order not_working doesn't_work doesnt_work isn't_working hasn't_worked won't_open won't_close stopped_working is_dead jammed stuck damaged nothing_comes does_nothing is_down is_off went_out keeps tied_open rotten rusty grinding cold jolts jerks unsafe dangerous dark chained mouldy moldy stained sticking_out sticks_out needs_replacing need_replacing needs_fixing need_fixing needs_repair needs_cleaning wobbly torn unusable ruined horrible awful terrible worse again_and_again every_single_day not_ok unacceptable",
  ],
  [
    'request',
    '能不能 有没有人能 社区有没有 小区有没有 咱们有没有 受不了 不方便 可不可以 可以不可以 麻烦 请 求 希望 建议 盼 望 帮忙 帮我 谁来 谁能 谁管 来人 来个人 派人 叫人 处理一下 处理 解决 修一下 修一修 修理 维修 安排 看一下 看看 管一管 管管 怎么办 怎么处理 什么时候能 什么时候修 啥时候 何时 多久能 尽快 赶紧 赶快 提前 咋整 该找谁 找谁 往哪儿反映 打哪个 谁负责 给个准话 能否 加快 增加 增设 协调 please pls can_someone could_someone can_you could_you can_we can_the can_management fix need_someone when_will who_do_i anyone_know someone help',
  ],
  [
    'complaint',
    '投诉 举报 反映 恳请 恳求 诉求 请有关部门 望有关部门 相关部门 求解决 反应一下 报修 控诉 强烈要求 强烈反对 反对 查处 严查 整改 整治 督促 抗议 咨询 请问 请求 关于 苦不堪言 求助 complain complaint report reporting',
  ],
  [
    'question',
    '为什么 为啥 凭什么 凭啥 合法吗 合理吗 合规吗 是否合法 是否合理 是否 合不合规 这样可以吗 可以这样 有没有人管 没人管吗 是不是 怎么回事 咋回事 什么情况 怎么又 谁定的 该向谁 何时能 到底 难道 有安全可言 is_it_legal why_is why_does are_we_serious is_this_normal',
  ],
  [
    'address',
    '物业 领导 街道办 主管部门 管家 保安 师傅 客服 书记 主任 经理 群主 社区 居委会 网格员 工程部 维修部 management property_office guards guard maintenance',
  ],
  [
    'again',
    '又 成天 一天到晚 动不动 还在 再次 还是 一直 老是 总是 至今 到现在 直到现在 多次 反复 三番五次 多少次 第几次 长期 多年 大半年 好几天 几天了 天天 每天 一到 从来 始终 仍 依旧 still again always every_day every_night for_weeks for_days at_it_again since',
  ],
  ['now', '现在 正在 此刻 刚刚 刚才 马上 快来 快 赶紧 救命 来人 急 紧急 速来 right_now now help hurry urgent just'],
  [
    'habit',
    '天天 经常 常常 每天 每次 一到 总是 长期 多年 常年 一年四季 以前 曾经 多次 夜间 每晚 时常 之前 上次 去年 前年 always every_day every_night often used_to',
  ],
  ['doubt', '好像 似乎 不知道是不是 不晓得是不是 不确定 也许 没准 说不定 maybe not_sure perhaps it_seems seems_like'],
  ['worry', '隐患 担心 怕 万一 容易 可能 存在 有风险 会不会 以防 预防 设置 设施 risk could_catch worried might'],
  [
    'hazard',
    '井盖没了 井盖丢 裸露 耷拉 垂下来 电线掉 掉下来 砸到 砸人 差点砸 绊倒 滑倒 玻璃掉 碎玻璃 钉子 断崖 悬空 摇摇欲坠 铁茬 会划到 划伤 快断了 挂在半空 bare_wire exposed_wire dangling manhole_cover',
  ],
  [
    'urgent',
    '被咬 咬伤 流血 bleeding bitten 进不去 出不去 回不了家 打不开门 困 爆裂 爆管 倒灌 反水 返水 粪水 全楼 整栋 整个小区 整个二期 没法 下不来 上不去 老人下不来 可疑 尾随 转来转去 醉汉 躺 nothing_comes_out baby whole_building locked_out',
  ],
  [
    'person',
    '老人 一个人住 一个人过 独自 腿脚 行动不便 独居 大爷 大妈 大娘 婆婆 老太 我爸 我妈 阿婆 奶奶 爷爷 老爷子 老太太 残疾 轮椅 患病 生病 癌症 抑郁 精神病 低保 贫困 孕妇 一个人在家 家暴 欠债 离婚 自杀 轻生 住院 化疗 lives_alone alone wheelchair disabled pregnant cancer depressed elderly live_alone i_live_alone broke_my_leg broke_my_hip old_man old_lady old_woman my_father my_mother my_dad my_mum my_mom grandma grandpa my_daughter my_son',
  ],
  ['blame', '业主 那户 那家 这户 他家 她家 住户 家里 车主 狗主人 房东 租户 owner tenant'],
  ['neighbour', '楼上 楼下 隔壁 对门 邻居 上下楼 upstairs downstairs next_door neighbour neighbor'],
]
