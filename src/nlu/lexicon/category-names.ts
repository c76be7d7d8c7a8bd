import { type Category, categories } from '../../domain/category.ts'

const words: Readonly<Record<Category, string>> = {
  elevator: '电梯 lift elevator lifts',
  water: '供水 自来水 停水 water water_supply',
  leak: '漏水 漏水排水 排水 下水 leak leaks drain drains',
  power: '供电 照明 供电照明 电 灯 power light lights lighting electricity',
  gas: '燃气 煤气 天然气 gas',
  heating: '供暖 暖气 heating',
  fire: '消防 fire fire_safety',
  security: '门禁 治安 门禁治安 安全 security doors',
  sanitation: '卫生 环境卫生 保洁 垃圾 cleaning sanitation rubbish',
  pets: '宠物 狗 pets pet dogs',
  noise: '噪声 噪音 扰民 noise',
  pollution: '油烟 异味 扬尘 油烟异味扬尘 污染 smell smoke dust pollution',
  parking: '停车 车辆 停车车辆 parking cars',
  greening: '绿化 绿地 greenery greening green',
  construction: '违建 装修 封阳台 违建装修 construction building_works',
  rental: '违规出租 出租 群租 rental letting',
  facility: '公共设施 设施 房屋质量 facility facilities',
  dispute: '纠纷 矛盾 矛盾纠纷 邻里纠纷 dispute disputes',
  governance: '收费 议事 收费与议事 物业费 fees governance',
  care: '关爱 求助 关爱求助 care',
  other: '其他 其它 other',
}

/** What people call each kind of matter when they name it: its code and its short names in both languages. */
export const categoryWords: ReadonlyMap<string, Category> = new Map(
  categories.flatMap((category) =>
    [category, ...words[category].split(' ')].map((word): [string, Category] => [word.replaceAll('_', ' '), category]),
  ),
)
