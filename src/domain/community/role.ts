/** Roles a person can hold in one community. `resident` is what everybody in a residents' chat is. */
export const roles = ['resident', 'staff', 'manager', 'grid', 'committee', 'owners', 'volunteer', 'admin'] as const

export type Role = (typeof roles)[number]

/** What a bound chat is for. */
export const chatRoles = ['residents', 'staff', 'committee'] as const

export type ChatRole = (typeof chatRoles)[number]
