import { doubleSurnames, longTitles, surnames } from './titles.ts'

/** Characters that follow a count more often than they begin a name: 500万, 300米, 1001单元, 302车位, 300左右. */
const notAfterRoom = '万米时项车路方平段单管包左余于全和向常安成石金连关党师商池查冷席计'

const surname = `(?:${doubleSurnames}|(?![${notAfterRoom}])[${surnames}])`

/** 502张女士, 1102的老人, 301家: a door by the people behind it. */
const roomOfSomebody = new RegExp(
  `(?<![\\d.:/-])\\d{3,4}(?=\\s*的?(?:${surname}|${longTitles}|住户|业主|邻居|老人|家))`,
  'gu',
)

/** Blanks what points at a home or a telephone in words that a whole group will read; dates and amounts stay. */
export function withoutPrivateDetail(text: string): string {
  return text
    .replace(/(?<!\d)\+?\d[\d -]{5,}\d(?!\d)/g, (run) => (isPhone(run) ? '***' : run))
    .replace(/(?<!\d)\d{1,2}-\d{1,2}-\d{3,4}(?!\d)/g, '***')
    .replace(/(?<!\d)\d{3,4}\s*(?=室|房|户)/g, '***')
    .replace(/(?<=号楼|单元|栋|座|幢)\s*\d{3,4}(?!\d)/g, '***')
    .replace(roomOfSomebody, '***')
    .replace(/\b(room|flat|apt\.?|apartment)\s*\d+\w?/gi, '$1 ***')
}

function isPhone(run: string): boolean {
  return !/^\d{4}-\d{1,2}-\d{1,2}$/.test(run) && run.replace(/\D/g, '').length >= 7
}
