import type { ResponsibilityTexts } from '../catalogue.ts'

const until = (day: string | null): string => (day === null ? '' : ` (until ${day})`)

/** Who is responsible and why, a sentence for each row of the table. */
export const responsibility: ResponsibilityTexts = {
  reasons: {
    'illegal-building': () =>
      'Unapproved building, enclosed balconies and altered load-bearing walls are for the planning or urban-management authority; the property firm dissuades on the spot and reports.',
    decoration: () =>
      'Renovations are registered with the property firm first, and it stops work that disturbs others or breaks the rules.',
    letting: () =>
      'Overcrowded or partitioned letting, and letting balconies or garages to live in, is corrected by the housing authority; the property firm dissuades and reports.',
    violence: () => 'A conflict in which somebody may come to harm is for the police: call 110 first.',
    'property-dispute': () =>
      "A dispute between owners and the property firm goes to the residents' committee's mediators first; a complaint to the housing authority or a court stays open.",
    neighbours: () =>
      "A dispute between neighbours is not the property firm's to judge: the residents' committee's mediators help, and a court stays open.",
    care: () =>
      "Elderly people, children and calls for help are looked after by the residents' committee and the grid worker.",
    'common-decision': () =>
      "Fees, common income and hiring the property firm are decided by the owners together; the owners' committee convenes them.",
    'dog-attack': () => 'A dog that attacks or may attack is for the police, and its keeper is liable.',
    'pet-rules': () =>
      "How pets are kept at home is settled by the house rules, and the owners' committee may ask the keeper to comply.",
    pets: () => 'In shared areas the property firm cleans up and reminds keepers, who must comply.',
    'fire-lane': () =>
      'Blocking a fire lane is fined by the fire authority; the property firm has the vehicle moved and reports.',
    'own-space': () => "What is in a household's own parking space is for its owner.",
    parking: () =>
      'The property firm keeps order on shared roads and spaces; how they are shared and charged is decided by the owners together.',
    'grabbed-green': () =>
      'Occupied green is given back and restored by order of the greening authority; the property firm dissuades and reports.',
    greenery: () => "The estate's green belongs to all owners, and its daily care is the property firm's.",
    'own-rubbish': () => 'Households sort and take out their own rubbish, and clear their own building waste.',
    cleaning: () => 'Cleaning shared areas is part of the property service contract.',
    'noise-at-home': () =>
      "Noise from a neighbour's home is for the residents' committee and the property firm to dissuade and mediate, then for the police.",
    'noisy-equipment': () => 'Noise of shared equipment such as lifts and pumps is for the property firm to reduce.',
    noise: () =>
      'The property firm dissuades whoever makes noise on the estate, and reports it to the authority where that does not help.',
    'smell-next-door': () =>
      "Fumes from a neighbour's home go to the residents' committee's mediators; what is let out must meet the national rules.",
    pollution: () =>
      'Restaurant fumes, dust and smells are for the environment or urban-management authority; the property firm reports them.',
    'gas-danger': () =>
      'A gas leak is dealt with by the gas company at once; the property firm clears the place and touches no switch.',
    'fire-now': () => 'A fire is put out by the fire brigade: call 119 first; the property firm leads people out.',
    crime: () => 'Theft and assault are for the police: call 110 first; the property firm assists.',
    'gas-mains': () =>
      "Gas pipes and fittings up to the household's own part are the gas company's to maintain and repair.",
    'not-handed-over': () =>
      'The building has not passed its completion acceptance and been handed over, so the developer answers for the works.',
    'design-life': (of) =>
      `Foundations and frame are under the developer's warranty for the design life${until(of.until)}.`,
    'five-years': (of) =>
      `Waterproofing has five years of warranty, not over yet${until(of.until)}: the developer repairs it.`,
    'facade-warranty': (of) => `The outer wall is still in warranty${until(of.until)}: the developer repairs it.`,
    'two-seasons': (of) =>
      `Heating and cooling have a warranty of two seasons, not over yet${until(of.until)}: the developer repairs them.`,
    'two-years': (of) =>
      `Wiring, pipes, equipment and fittings have two years of warranty, not over yet${until(of.until)}: the developer repairs them.`,
    warranty: (of) =>
      `Whichever part it turns out to be is still in warranty${until(of.until)}: the developer repairs it.`,
    'emergency-lift': () =>
      'A lift that may harm people is stopped and repaired by the property firm at once; the maintenance fund may be used as an emergency.',
    'emergency-fire': () =>
      'Shared fire equipment that fails is repaired by the property firm at once; the maintenance fund may be used as an emergency.',
    'emergency-facade': () =>
      'Where the outer wall may come down the property firm fences it off and repairs it at once; the maintenance fund may be used as an emergency.',
    'emergency-roof': () =>
      'A badly leaking roof or outer wall is repaired by the property firm at once; the maintenance fund may be used as an emergency.',
    'emergency-pump': () =>
      'A failed pump or riser that cuts the water is repaired by the property firm at once; the maintenance fund may be used as an emergency.',
    'emergency-drain': () =>
      'A blocked or burst shared drain is repaired by the property firm at once; the maintenance fund may be used as an emergency.',
    'emergency-other': () =>
      "The property firm makes the shared part safe first; outside the six cases the owners' or residents' committee must confirm the emergency before the fund is used.",
    'shared-depends': (of) =>
      `It depends on the part: some of it is still in warranty${until(of.until)}, so the property firm finds out first, then turns to the developer or the fund.`,
    'shared-unknown': () =>
      'The property firm has shared parts repaired; as nobody knows the handover date it counts as out of warranty, and larger works are paid from the maintenance fund after a vote.',
    shared: () =>
      'A shared part out of warranty is repaired by the property firm; larger works are paid from the maintenance fund after a vote, small ones from the service fee.',
    'own-gas': () =>
      'Gas appliances and hoses at home are the household’s to replace and maintain; the gas company advises and inspects.',
    'own-depends': (of) =>
      `What belongs to the household is its own to repair; a failed waterproofing is still in warranty${until(of.until)} and goes to the developer.`,
    'own-unknown': () =>
      'The household repairs what is its own; nobody knows the handover date, and in warranty it may turn to the developer.',
    own: () =>
      'The household’s own part is out of warranty and its own to repair; the property firm may help for a fee.',
    'live-wire': () =>
      'Live or bare wires in shared areas are switched off and made safe by the property firm at once, whoever owns them.',
    'power-supply': () =>
      'Power cuts and public supply installations are for the power company to repair; the property firm helps to look.',
    supply: () =>
      'Water and heat supply up to the building is for the supplier to repair; the property firm helps to look.',
    'own-power': () => 'Wiring behind the meter is the household’s to maintain.',
    'own-supply': () => 'Pipes and radiators at home are the household’s to maintain.',
    'part-unknown': () =>
      'Nobody knows yet whether it is a shared part or somebody’s own: the property firm was asked first and finds out.',
    'first-handler': () => 'The property firm was asked first, so it takes the matter on and finds out.',
  },
  parties: {
    property: 'the property firm',
    owner: 'the household itself',
    owners: 'the owners (committee, assembly)',
    utility: 'the utility',
    developer: 'the developer',
    government: 'the authority',
    committee: "the residents' committee",
  },
  components: {
    waterproofing: 'waterproofing',
    heating: 'heating and cooling',
    wiring: 'wiring',
    pipes: 'pipes',
    equipment: 'equipment',
    fittings: 'fittings',
    structure: 'structure',
    facade: 'outer wall',
  },
  parts: { shared: 'Shared part', private: 'At home (own part)' },
  ages: { 'under-2': 'Under 2 years', '2-to-5': '2 to 5 years', 'over-5': 'Over 5 years' },
  articles: (law, numbers) => `${laws[law]}, art. ${numbers.join(', ')}`,
  articlesBetween: '; ',
}

const laws = {
  'civil-code': 'Civil Code',
  'property-management': 'Property Management Regulations',
  'construction-quality': 'Construction Quality Regulations',
  'quality-warranty': 'Building Works Warranty Measures',
  'maintenance-fund': 'Housing Maintenance Fund Measures',
  gas: 'Urban Gas Regulations',
  electricity: 'Electricity Supply and Use Regulations',
  'special-equipment': 'Special Equipment Safety Law',
  'fire-protection': 'Fire Protection Law',
  noise: 'Noise Pollution Law',
  air: 'Air Pollution Law',
  'solid-waste': 'Solid Waste Law',
  'animal-epidemics': 'Animal Epidemic Prevention Law',
  planning: 'Urban and Rural Planning Law',
  greening: 'Urban Greening Regulations',
  letting: 'Housing Rental Regulations',
  mediation: "People's Mediation Law",
  'residents-committees': "Urban Residents' Committees Law",
} as const
