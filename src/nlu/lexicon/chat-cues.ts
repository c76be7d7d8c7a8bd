import type { CueRow } from './rows.ts'

/** Words that speak against a report, and innocent ones that hide an alarming word. */
export const chatCues: readonly CueRow[] = [
  [
    'ad',
    '加微信 加我微信 扫码 优惠 元起 特价 打折 促销 免费上门 免费检测 专业除 除甲醛 专业疏通 专业维修 专业安装 专业清洗 承接 价格从优 老客户 团购 接龙 代购 代办 招聘 招租 开业 欢迎选购 欢迎咨询 满减 包邮 下单 秒杀 厂家直销 中介勿扰 拎包入住 房东直租 新鲜到货 预定 抢购 需要的私 有需要的 需要的联系 discount on_sale sign_up dm_me whatsapp promo',
  ],
  [
    'sale',
    '转让 出售 低价出 便宜出 闲置 二手 车位出租 出租 求购 求租 九成新 全新未 自提 送人 免费送 转卖 房源 急售 月租 selling for_sale for_rent giving_away rmb anyone_want free_to',
  ],
  [
    'notice',
    '物业】 管理处】 居委会】 社区】 通知】 公告】 提示】 【通知 【公告 温馨提示 尊敬的业主 各位业主 敬请谅解 请各位 请业主 特此通知 不便之处 感谢配合 感谢您的 物业服务中心 物业管理处 定于 暂停供水 计划停 请提前 做好准备 相互转告 dear_residents please_be_advised notice: we_apologise',
  ],
  [
    'thanks',
    '谢谢 感谢 多谢 辛苦了 辛苦啦 点赞 给力 靠谱 表扬 太好了 真快 赞 👍 🙏 😋 thanks thank_you thx kudos well_done great_job',
  ],
  [
    'solved',
    '修好了 已经好了 已修好 好了哈 好啦 弄好了 解决了 已解决 恢复了 来电了 来水了 没事了 不用来了 不用了 搞定了 搞定 处理好了 已处理 找到了 亮了 通了 虚惊一场 换好了 交完了 打完了 是我家 fixed_now all_good works_now back_on sorted never_mind is_fixed working_again',
  ],
  ['joke', '哈哈 哈哈哈 笑死 笑得 嘿嘿 呵呵 嘻嘻 233 狗头 😂 🤣 😆 😭 段子 玩笑 lol haha lmao kidding'],
  [
    'hypothetical',
    '要是 如果 假如 万一哪天 就惨了 的话 幸好 还好没 幸亏 多亏 千万别 千万不要 if_the if_it if_we imagine would_be what_if',
  ],
  [
    'elsewhere',
    '我们学校 学校停 寝室 宿舍 公司 单位里 老家 我妈那边 我朋友 朋友家 我同学 别的小区 隔壁小区 他们小区 你们那 以前住 老破小 之前住 村里 我单位 健身房里 my_friend my_gym my_office my_mother-in-law my_old in_town not_here at_work other_compound my_parents',
  ],
  ['past', '以前 小时候 那会儿 当年 上学那会 去年这时候 曾经 back_when used_to remember_when'],
  [
    'plan',
    "口见 我到了 你自己拿 自己拿一下 放门口了 下来拿 等我 一起去 一起吃 约 几点集合 集合 见面 三缺一 来不来 去不去 出发 请客 明天见 晚上见 下班见 同去 see_you meet_at on_my_way let's",
  ],
  [
    'media',
    '视频 电影 电视剧 新闻 晚会 直播 热搜 短视频 小说 歌 演讲 球 国足 游戏 iphone 手机 股票 综艺 追剧 考研 面试 二等奖 比赛 movie netflix match song',
  ],
  ['found', '捡到 失主 认领 拾到 寻猫 寻狗 寻物 必有重谢 谁丢了 招领 found_a lost_my lost_cat'],
  [
    'smalltalk',
    '早上好 晚安 大家好 吃饭 外卖 喝酒 火锅 奶茶 逛街 天气 好吃 周末 生日 恭喜 加油 抱抱 晒 散步 遛弯 听说 真的假的 蹲 同问 谁说不是 好可爱 太可爱 喜欢 觉得 漂亮 挺好 挺帅 颜值 知足 亮堂 回家 快冲 买 卖 吃 喝 睡觉 上班 回来 打球 同事 老公 老婆 妹 你呢 好的 嗯 哦 呀 lovely cute nice happy birthday congrats',
  ],
  [
    'advice',
    '电话多少 求推荐 推荐一 有推荐 哪家好 有没有好的 谁有 谁家有 借我 借一下 有偿 求带 拼车 拼单 谁会 哪里有卖 哪里能买 哪里可以买 recommend recommendation any_good is_there_a where_can_i_buy what_time',
  ],
  [
    'on-the-way',
    '已收到 正在联系 已经联系 已经报给 已报物业 已经在路上 马上到 师傅已 已安排 已通知 请耐心等待 正在处理 正在抢修 正在维修 已联系 预计 on_the_way already_reported',
  ],
  [
    'innocent',
    '火锅 火车 火热 火爆 火了 天气 生气 客气 脾气 空气 力气 福气 语气 小气 大气 气死 运气 气质 勇气 水平 水果 薪水 口水 墨水 香水 水饺 喝水 泪水 汗水 开水 水电工 电话 电影 电视 电脑 充电宝 手机没电 没电了手机 消防车 停电动车 裂开了 心态裂 脑子短路 大脑短路 漏风 漏洞 响应 影响力 吵架冠军 猫粮 狗粮 狗头 熊猫 热狗 单身狗 卡通 打卡 银行卡 信用卡 堵心 脸都圆 草莓 草率 树立 树懒 路过 路上 路由器 在路上 一路 网路 差点 差不多 乱码 脏话 臭美 臭豆腐 坏人 坏笑 学坏 响亮 音响好 老鼠会 蚊香 臭小子 灯光秀 灯会 楼盘 没气了 打气筒 脑子进水 跟着火似 跟着火一样 火气 垃圾食品 垃圾电影 垃圾话 好垃圾 太垃圾 请假 请客 求职 求婚 邀请 申请 要求 请你吃 问题不大 没问题 没有问题 气温 淹死在作业 水煮 水逆 电竞 电子 电动牙刷 断舍离 坏心情 热水器广告 重要 会议 猫咖 遛娃 兔子 打包 抄水表 电商 leaked_again smells_amazing smells_good smells_great smells_delicious smells_lovely broke_down highlight light-hearted delighted car_wash',
  ],
  [
    'spot',
    '大厅 大堂 楼道 走廊 楼梯间 楼梯口 电梯厅 电梯口 电梯间 电梯里 门口 门厅 车库 地库 地下车库 停车场 天台 楼顶 东门 西门 南门 北门 正门 后门 侧门 小门 中心花园 花园 小广场 广场 儿童乐园 游乐场 游乐区 健身区 篮球场 凉亭 水池 喷泉 配电房 垃圾站 垃圾站旁 垃圾站后 快递柜 会所 岗亭 活动室 消防门口 消防通道口 物业办公室 架空层 地下室 储藏间 连廊 车棚 楼前 楼后 单元门口 lobby garage gate rooftop playground corridor hallway stairwell courtyard basement shed pool',
  ],
]
