import type { Category } from '../domain/category.ts'
import type { Language } from '../domain/ids.ts'

/** A category on screen: its sign, its name in lists, and the matter as the first line of a card names it. */
export interface CategoryName {
  readonly sign: string
  readonly name: Readonly<Record<Language, string>>
  readonly matter: Readonly<Record<Language, string>>
}

const row = (sign: string, zh: string, en: string, matterZh: string, matterEn: string): CategoryName => ({
  sign,
  name: { 'zh-CN': zh, en },
  matter: { 'zh-CN': matterZh, en: matterEn },
})

/** Names of the 20 kinds of matter and `other`. */
export const categoryNames: Readonly<Record<Category, CategoryName>> = {
  elevator: row('🛗', '电梯', 'Lifts', '电梯故障', 'Lift trouble'),
  water: row('🚰', '供水', 'Water supply', '供水问题', 'Water supply'),
  leak: row('💧', '漏水排水', 'Leaks and drains', '漏水排水', 'Leak or drain'),
  power: row('💡', '供电照明', 'Power and lighting', '供电照明', 'Power or lighting'),
  gas: row('🔥', '燃气', 'Gas', '燃气问题', 'Gas'),
  heating: row('🌡', '供暖', 'Heating', '供暖问题', 'Heating'),
  fire: row('🧯', '消防', 'Fire safety', '消防隐患', 'Fire safety'),
  security: row('🔐', '门禁治安', 'Doors and security', '门禁治安', 'Doors or security'),
  sanitation: row('🧹', '环境卫生', 'Cleaning', '环境卫生', 'Cleaning'),
  pets: row('🐕', '宠物', 'Pets', '宠物管理', 'Pets'),
  noise: row('🔊', '噪声', 'Noise', '噪声扰民', 'Noise'),
  pollution: row('💨', '油烟异味扬尘', 'Smoke, smell, dust', '油烟异味', 'Smoke, smell or dust'),
  parking: row('🚗', '停车车辆', 'Parking', '停车车辆', 'Parking'),
  greening: row('🌳', '绿化', 'Greenery', '绿化问题', 'Greenery'),
  construction: row('🧱', '违建装修', 'Building works', '违建装修', 'Building works'),
  rental: row('🏠', '违规出租', 'Irregular letting', '违规出租', 'Irregular letting'),
  facility: row('🔧', '公共设施', 'Shared facilities', '公共设施', 'Shared facility'),
  dispute: row('🤝', '矛盾纠纷', 'Disputes', '矛盾纠纷', 'Dispute'),
  governance: row('📋', '收费与议事', 'Fees and decisions', '收费议事', 'Fees or decisions'),
  care: row('💗', '关爱求助', 'Care', '关爱求助', 'Care'),
  other: row('📌', '其他', 'Other', '其他事项', 'Other matter'),
}
