import type { Category } from '../../domain/category.ts'
import { type HardCase, hardCases } from '../../domain/responsibility/hard-cases.ts'

/** What tells a hard case from others of its kind; the first row of the table that fits is meant. */
const words: Readonly<Record<HardCase, RegExp>> = {
  'grabbed-green': /圈|占|种菜|种上|毁绿|围起来|围了|围上|硬化|grab|fenc|occup|vegetable/i,
  'enclosed-balcony': /封.{0,3}阳台|阳台.{0,4}封|露台.{0,4}封|enclos/i,
  'private-building':
    /搭|盖|加建|扩建|违建|违章建筑|阳光房|彩钢|私建|挖地下室|built|building (?:a|on)|shed|extension|unapproved/i,
  'pet-mess': /屎|粪|便|尿|\bpoo|mess|foul/i,
  'unsorted-rubbish': /不分类|没分类|未分类|混投|混装|混扔|乱投|乱分|unsorted|not sort|without sorting/i,
  'irregular-letting': /./s,
}

/** The hard case a report is, by its category and words; null for every other matter. */
export function hardCaseIn(text: string, category: Category): HardCase | null {
  return hardCases.find((row) => row.category === category && words[row.id].test(text))?.id ?? null
}
