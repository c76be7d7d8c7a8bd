import type { Category } from '../../domain/category.ts'
import type { Age, Component, Part } from '../../domain/responsibility/facts.ts'

/** Words that can only be said of what all owners share. Whose a leak is cannot be told from whose ceiling is wet. */
const shared =
  /全小区|整个小区|整栋|全楼|整个单元|楼道|走廊|过道|大堂|大厅|门厅|楼梯|单元门|楼顶|屋顶|屋面|天台|外墙|地库|地下车库|公共|共用|电梯|水箱|泵房|总管|主管道|立管|化粪池|窨井|lobby|stair|corridor|roof|outer wall|whole building|shared|garage/i

/** The first that is named counts; what a kind of matter is about anyway is left to the table. */
const named: readonly (readonly [Component, RegExp, (readonly Category[])?])[] = [
  ['facade', /外墙|墙皮|瓷砖(?:掉|脱|松)|facade|outer wall|cladding/i],
  ['structure', /承重|主体结构|横梁|房梁|柱子|地基|楼板|沉降|load[- ]bearing|foundation|beam|structur/i],
  ['waterproofing', /屋顶|屋面|楼顶|天台|防水|渗水|渗漏|roof|waterproof|seep/i, ['leak', 'facility']],
  ['heating', /暖气|地暖|散热|管道井|中央空调|radiator|heating/i, ['heating']],
  ['pipes', /水管|管道|管子|下水|排水|污水|地漏|马桶|立管|爆管|pipe|drain|sewer/i, ['leak', 'water']],
  [
    'equipment',
    /水泵|泵房|水箱|增压|配电箱|电表箱|门禁|道闸|监控|对讲|消防栓|喷淋|烟感|路灯|pump|intercom|barrier|hydrant/i,
  ],
  ['wiring', /电线|线路|线头|电缆|漏电|wiring|wires?\b|cable/i, ['power', 'security', 'facility']],
  ['fittings', /灯|门|窗|扶手|地砖|吊顶|玻璃|lamp|light|door|window|handrail|tile/i, ['power', 'facility', 'security']],
]

/** What a report's own words say of the building: whose part and which; null where they leave it open. */
export function buildingFactsIn(
  text: string,
  category: Category,
): { readonly part: Part | null; readonly component: Component | null } {
  const [component = null] =
    named.find(([, words, kinds]) => (kinds?.includes(category) ?? true) && words.test(text)) ?? []
  return { part: shared.test(text) ? 'shared' : null, component }
}

/** An answer to the question whose part it is or how old the building: the words of the buttons, and like ones. */
export function buildingAnswerIn(text: string): { readonly part?: Part; readonly age?: Age } | null {
  const said = text.trim()
  if (said.length > 20) return null
  for (const [age, words] of ages) if (words.test(said)) return { age }
  if (/公共|公用|共用|楼道|shared|common/i.test(said)) return { part: 'shared' }
  return /家里|户内|自家|我家|专有|室内|private|at home|own part/i.test(said) ? { part: 'private' } : null
}

const ages: readonly (readonly [Age, RegExp])[] = [
  ['2-to-5', /[2二两]\s*(?:到|至|-|–|~)\s*[5五]\s*年|2 (?:to|-) 5/i],
  ['under-2', /(?:不到|未满|不满)\s*[2二两]\s*年|[2二两]\s*年(?:内|以内)|under (?:2|two)/i],
  ['over-5', /[5五]\s*年(?:以上|多)|超过\s*[5五]\s*年|over (?:5|five)/i],
]
