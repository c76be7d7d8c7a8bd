import type { Utility } from '../../domain/interruption/utility.ts'

/** What staff call an interruption of each utility. A blank in an English phrase is any white space. */
const rows: readonly (readonly [Utility, string])[] = [
  ['water', '停水 断水 停止供水 暂停供水 水箱清洗 清洗水箱 二次供水检修 水泵检修'],
  [
    'water',
    'water_off water_outage water_cut no_water water_shut-off water_shutoff water_will_be_off water_supply_off',
  ],
  ['water', 'water_interruption water_supply_interruption'],
  ['power', '停电 断电 拉闸 停止供电 暂停供电 线路检修 配电检修 配电房检修'],
  [
    'power',
    'power_cut power_off power_outage no_power no_electricity electricity_off power_will_be_off power_interruption',
  ],
  ['power', 'electricity_cut electricity_will_be_off'],
  ['gas', '停气 停燃气 停煤气 停天然气 暂停供气 停止供气 燃气检修 燃气管道检修'],
  ['gas', 'gas_off gas_cut gas_outage no_gas gas_will_be_off gas_interruption'],
  ['heating', '停暖 停暖气 停供暖 停止供暖 暂停供暖 停热 供暖检修 暖气检修 暖气管道检修 换热站检修'],
  ['heating', 'heating_off no_heating heating_outage heating_will_be_off heating_maintenance heating_interruption'],
  ['elevator', '电梯检修 电梯停运 电梯维保 电梯保养 电梯停用 电梯年检 检修电梯 电梯维修'],
  ['elevator', 'lift_maintenance elevator_maintenance lift_out_of_service elevator_out_of_service lift_inspection'],
  ['elevator', 'elevator_inspection lift_off lift_will_be_off elevator_will_be_off lift_repairs elevator_repairs'],
  ['fire', '消防检修 消防演练 消防演习 消防测试 消防检测 消防联动测试 消防维保 消防警报测试'],
  ['fire', 'fire_drill fire_alarm_test fire_test fire_system_maintenance fire_system_test fire_maintenance'],
]

export interface InterruptionWord {
  readonly utility: Utility
  readonly pattern: RegExp
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** 不停水, 没停电: said not to be. */
export const interruptionWords: readonly InterruptionWord[] = rows.flatMap(([utility, words]) =>
  words.split(' ').map((word) => ({
    utility,
    pattern: /[a-z]/.test(word)
      ? new RegExp(`\\b${escaped(word).replaceAll('_', '\\s+(?:is\\s+|the\\s+)?')}\\b`, 'i')
      : new RegExp(`(?<![不没未别])${word}`),
  })),
)
