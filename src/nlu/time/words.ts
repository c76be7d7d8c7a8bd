/** What a piece of a time expression is. `num`, `date`, `monthday` and `clock` are read from digits; the rest from the table. */
export type Kind =
  | 'num'
  | 'date'
  | 'monthday'
  | 'clock'
  | 'year'
  | 'month'
  | 'day'
  | 'hao'
  | 'week'
  | 'hour'
  | 'point'
  | 'minute'
  | 'second'
  | 'five-minutes'
  | 'tread'
  | 'quarter-hour'
  | 'season'
  | 'workday'
  | 'ge'
  | 'half'
  | 'relative'
  | 'rel-day'
  | 'rel-year'
  | 'now'
  | 'part'
  | 'weekend'
  | 'sunday'
  | 'edge'
  | 'ordinal'
  | 'last'
  | 'to'
  | 'from'
  | 'start'
  | 'before'
  | 'after'
  | 'within'
  | 'until-now'
  | 'lasting'
  | 'past'
  | 'coming'
  | 'every'
  | 'about'
  | 'some'
  | 'some-of'
  | 'de'
  | 'exact'
  | 'off-work'
  | 'comma'
  | 'lunar-month'
  | 'lunar-day'
  | 'festival'
  | 'solar-term'
  | 'chu'
  | 'meridiem'

/** Parts of the day by number; hours in `part.ts`. */
export const parts = { dawn: 0, morning: 1, noon: 2, afternoon: 3, evening: 4, night: 5, midnight: 6, dusk: 7 } as const

/** kind, value, words. Values: an offset, a size or an index, as the grammar needs it. */
export const timeWords: readonly (readonly [Kind, number, string])[] = [
  ['year', 0, '年 年度'],
  ['month', 0, '月 月份'],
  ['day', 0, '天 整天 天一夜 昼夜'],
  ['hao', 0, '号 日'],
  ['week', 0, '周 星期 礼拜 拜'],
  ['hour', 0, '小时 钟头 个钟 钟'],
  ['point', 0, '点 时 点钟'],
  ['minute', 0, '分 分钟 分种'],
  ['five-minutes', 0, '个字'],
  ['tread', 0, '踏 搭'],
  ['second', 0, '秒 秒钟'],
  ['quarter-hour', 0, '刻 刻钟'],
  ['season', 0, '季度'],
  ['workday', 0, '工作日 个工作日 个工作天 工作天'],
  ['ge', 0, '个'],
  ['half', 0, '半'],
  ['relative', -2, '上上'],
  ['relative', -1, '上 上一 上个 上一个'],
  ['relative', 0, '这 本 今 当 这个 这一 这一个 今个 本个 当个'],
  ['relative', 1, '下 下一 下个 下一个'],
  ['relative', 2, '下下 下下个'],
  ['rel-day', -4, '大大前天'],
  ['rel-day', -3, '大前天 大前日'],
  ['rel-day', -2, '前天 前日 前儿'],
  ['rel-day', -1, '昨天 昨日 昨儿 昨 寻日 琴日 噚日 琴 噚 寻'],
  ['rel-day', 0, '今天 今日 今儿 今儿个 今个 当天 当日 本日 即日 今'],
  ['rel-day', 1, '明天 明日 明儿 听日 次日 翌日 隔天 第二天 明 听'],
  ['rel-day', 2, '后天 后日'],
  ['rel-day', 3, '大后天 大后日'],
  ['rel-day', 4, '大大后天'],
  ['rel-year', -3, '大前年'],
  ['rel-year', -2, '前年'],
  ['rel-year', -1, '去年 上年 旧年'],
  ['rel-year', 0, '今年 本年 当年 本年度 今年度'],
  ['rel-year', 1, '明年 下年 来年 出年'],
  ['rel-year', 2, '后年'],
  ['now', 0, '现在 此刻 当前 现时 宜家 而家 依家 刚刚 刚才 啱啱 头先 方才 眼下 这会儿 这会'],
  ['part', parts.dawn, '凌晨 后半夜'],
  ['part', parts.morning, '早上 早晨 清晨 上午 早 一早 一大早 大清早 清早 晨 朝早 朝头早 朝'],
  ['part', parts.noon, '中午 正午 晌午'],
  ['part', parts.afternoon, '下午 午后 晏昼 下昼'],
  ['part', parts.dusk, '傍晚 黄昏'],
  ['part', parts.evening, '晚上 晚 夜晚 夜里 夜间 晚间 夜 晚黑 夜黑'],
  ['part', parts.night, '深夜 大半夜'],
  ['part', parts.midnight, '半夜 午夜 三更半夜'],
  ['weekend', 0, '周末 礼拜末 双休日'],
  ['sunday', 7, '天 日'],
  ['edge', 0, '初'],
  ['edge', 1, '中旬 中'],
  ['edge', 2, '底 末 尾'],
  ['edge', 3, '上旬'],
  ['edge', 4, '下旬'],
  ['ordinal', 0, '第'],
  ['last', 0, '最后 最后一'],
  ['to', 0, '到 至 ~ ～ — —— － - 直到'],
  ['from', 0, '从 自 自从 打从 由 打'],
  ['start', 0, '起 开始 以来 始 就'],
  ['before', 0, '前 之前 以前 为止 止'],
  ['after', 0, '后 之后 以后 过后'],
  ['within', 0, '内 以内 之内'],
  ['until-now', 0, '到现在 至今 到今天 到这会儿 到目前 到如今'],
  ['lasting', 0, '了 咗 没 都没 还没 没有 过去了'],
  ['past', 0, '过去 过去的 最近 近 最近的 连续 连着 一连 接连 连住'],
  ['coming', 0, '未来 未来的 接下来 接下来的 今后'],
  [
    'every',
    0,
    '每 每个 每逢 每到 每天 每日 每晚 每周 每个月 每月 每年 天天 夜夜 年年 一天到晚 三天两头 隔三差五 一年四季 成天 整天',
  ],
  ['about', 0, '大概 大约 约 差不多 快 将近 近乎 左右 上下 前后 来钟'],
  ['some', 0, '多 来 几 好几'],
  ['de', 0, '的'],
  ['exact', 0, '整 正'],
  ['off-work', 0, '下班 收工'],
  ['comma', 0, ', ， 、'],
  ['lunar-month', 1, '正月'],
  ['lunar-month', 12, '腊月'],
  ['lunar-month', 11, '冬月'],
  ['festival', 1230, '除夕 大年三十 年三十'],
  ['festival', 101, '春节 大年初一 年初一'],
  ['festival', 102, '大年初二 年初二'],
  ['festival', 103, '大年初三 年初三'],
  ['festival', 105, '大年初五'],
  ['festival', 107, '大年初七'],
  ['festival', 115, '元宵 元宵节'],
  ['festival', 505, '端午 端午节'],
  ['festival', 815, '中秋 中秋节'],
  ['festival', 909, '重阳 重阳节'],
  ['festival', 10101, '元旦'],
  ['festival', 10308, '妇女节 三八节'],
  ['festival', 10501, '劳动节 五一'],
  ['festival', 10601, '儿童节 六一'],
  ['festival', 11001, '国庆 国庆节 十一国庆'],
  ['festival', 11225, '圣诞 圣诞节'],
  ['festival', 10312, '植树节'],
  ['festival', 10910, '教师节'],
  ['festival', 707, '七夕'],
  ['festival', 715, '中元节'],
  ['festival', 1208, '腊八 腊八节'],
  ['festival', 1223, '北方小年 小年'],
  ['solar-term', 0, '小寒'],
  ['solar-term', 1, '大寒'],
  ['solar-term', 2, '立春'],
  ['solar-term', 3, '雨水节气'],
  ['solar-term', 4, '惊蛰'],
  ['solar-term', 5, '春分'],
  ['solar-term', 6, '清明 清明节'],
  ['solar-term', 7, '谷雨'],
  ['solar-term', 8, '立夏'],
  ['solar-term', 9, '小满'],
  ['solar-term', 10, '芒种'],
  ['solar-term', 11, '夏至'],
  ['solar-term', 12, '小暑'],
  ['solar-term', 13, '大暑'],
  ['solar-term', 14, '立秋'],
  ['solar-term', 15, '处暑'],
  ['solar-term', 16, '白露'],
  ['solar-term', 17, '秋分'],
  ['solar-term', 18, '寒露'],
  ['solar-term', 19, '霜降'],
  ['solar-term', 20, '立冬'],
  ['solar-term', 21, '小雪节气'],
  ['solar-term', 22, '大雪节气'],
  ['solar-term', 23, '冬至'],
  ['chu', 0, '初'],
  ['meridiem', 0, 'am a.m. AM'],
  ['meridiem', 12, 'pm p.m. PM p'],
]
