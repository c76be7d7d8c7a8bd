import type { CategoryRow } from './rows.ts'

/** Lifts, pipes, wires, warmth: what the house runs on. */
export const serviceWords: readonly CategoryRow[] = [
  [
    'elevator',
    'object',
    3,
    '电梯 电替 电题 电剃 电提 升降梯 货梯 客梯 轿厢 直梯 扶梯 梯控 lift lifts elevator elevators',
  ],
  [
    'elevator',
    'trouble',
    3,
    '困梯 电梯困人 被困电梯 困在电梯 关在电梯 卡在电梯 电梯停运 电梯停了 电梯坏了 电梯故障 stuck_in_the_lift trapped_in_the_lift stuck_in_the_elevator trapped_in_the_elevator',
  ],
  ['elevator', 'topic', 3, '加装电梯 装电梯 电梯维保 电梯年检 电梯费'],

  [
    'water',
    'object',
    2,
    '自来水 水压 水箱 水质 水表 二次供水 供水 水龙头 热水 饮用水 直饮水 水泵 tap taps water_pressure tap_water shower',
  ],
  [
    'water',
    'trouble',
    3,
    '停水 没水 没有水 没得水 无水可用 断水 水压低 水压小 水压不足 水太小 水发黄 铁锈味 铁锈水 颜色发黄 水臭 水黄 黄水 水浑 浑水 水浑浊 水有味 水有异味 水质差 水小得 一滴水 一滴没有 水垢 不出水 没出水 no_water water_is_out water_is_off no_running_water water_cut brown_water yellow_water',
  ],
  ['water', 'topic', 2, '水费 用水 清洗水箱 水质检测'],

  [
    'leak',
    'object',
    2,
    '下水道 楼下水道 楼下水井 下水 水管 管道 地漏 落水管 雨水管 排水管 污水管 管子 马桶 化粪池 污水井 排水沟 雨水井 阀门 屋顶 天花板 墙皮 防水 pipe pipes drain drains gutter ceiling toilet sewer',
  ],
  [
    'leak',
    'trouble',
    3,
    '漏水 渗水 渗漏 滴水 爆管 水管爆 水管裂 水管爆裂 返水 反水 倒灌 倒流 堵了 堵住 堵塞 下水堵 下水道堵 马桶堵 积水 水漫 淹了 被淹 泡水 进水 漫出来 溢出 冒水 往外冒 粪水 污水横流 污水 水印 洇水 返潮 跑水 哗哗流 一大滩 不下水 leak leaks leaking leaked dripping burst_pipe flooded flooding clogged blocked_drain overflowing water_coming_through sewage',
  ],

  [
    'power',
    'object',
    2,
    '路灯 楼道灯 走廊灯 声控灯 感应灯 照明 灯 灯泡 灯管 电线 电缆 电表 电闸 空开 配电箱 配电房 变压器 插座 线路 强电井 弱电井 供电 street_light street_lights streetlight lamp lamps light lights bulb wire wires wiring fuse breaker socket',
  ],
  [
    'power',
    'trouble',
    3,
    '停电 没电 没有电 断电 跳闸 短路 灯不亮 灯坏 灯灭 路灯不亮 灯不灵 黑灯 电压不稳 漏电 触电 火花 黑漆漆 乌漆嘛黑 一片漆黑 限电 用电问题 no_power no_electricity power_cut power_outage power_is_out blackout lights_out flickers flickering tripped tripping keeps_tripping sparks sparking',
  ],
  ['power', 'topic', 2, '电费 电价 用电 临时用电 转供电 一户一表'],

  ['gas', 'object', 2, '燃气 煤气 天然气 燃气表 燃气管 燃气灶 煤气管 gas_meter gas_pipe'],
  [
    'gas',
    'trouble',
    3,
    '煤气味 燃气味 天然气味 煤气泄漏 燃气泄漏 漏气 停气 燃气表没电 燃气表故障 打不着火 没煤气 没燃气 没天然气 燃气泄露 煤气泄露 臭鸡蛋 smell_gas gas_leak smells_like_gas smell_of_gas gas_smell no_gas',
  ],
  ['gas', 'topic', 3, '通气 开通燃气 燃气开通 通天然气 燃气费 换燃气表 燃气安检'],

  ['heating', 'object', 2, '暖气 暖气片 暖汽 地暖 供暖 采暖 供热 暖气管 分水器 换热站 radiator radiators heating'],
  [
    'heating',
    'trouble',
    3,
    '暖气不热 暖气不暖 地暖不热 不供暖 没暖气 没供暖 停暖 暖气漏 暖气停 室温 屋里冷 冻死 no_heating heating_is_off heating_is_out radiators_are_cold',
  ],
  ['heating', 'topic', 3, '取暖费 供暖费 采暖费 集中供暖'],

  [
    'fire',
    'object',
    2,
    '消防 消防栓 灭火器 消火栓 消防门 防火门 烟感 烟雾报警 喷淋 消防设施 消防通道 安全出口 逃生门 逃生通道 疏散通道 应急灯 消防登高面 生命通道 fire_door fire_exit fire_extinguisher extinguisher hydrant smoke_detector fire_lane fire_alarm',
  ],
  [
    'fire',
    'trouble',
    3,
    '着火 起火 失火 冒烟 冒黑烟 浓烟 火苗 烧起来 烧着 火灾隐患 消防隐患 占用消防通道 堵塞消防通道 消防通道被 飞线充电 飞线 电动车上楼 电瓶上楼 电瓶车上楼 电瓶车推进电梯 电动车推进电梯 电瓶车进电梯 电动车进电梯 灭火器过期 灭火器也过期 灭火器没压力 推进电梯充电 楼道充电 在楼道充电 on_fire caught_fire smoke_coming smoke burning e-bike_battery',
  ],
]
