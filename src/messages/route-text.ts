import type { Law } from '../domain/responsibility/articles.ts'
import type { Route } from '../domain/responsibility/route.ts'
import type { ResponsibilityTexts } from './catalogue.ts'

/** Why a party is responsible, in one sentence, and what that rests on; a community's own row says it in its own words. */
export function routeText(
  { rule, articles, warranty }: Route,
  { reasons, articles: cite, articlesBetween }: ResponsibilityTexts,
): { readonly reason: string; readonly article: string | null } {
  if (typeof rule !== 'string') return rule
  const byLaw = new Map<Law, number[]>()
  for (const { law, number } of articles) byLaw.set(law, [...(byLaw.get(law) ?? []), number])
  return {
    reason: reasons[rule]({ until: warranty.until }),
    article: [...byLaw].map(([law, numbers]) => cite(law, numbers)).join(articlesBetween),
  }
}
