import type { CuePhrase, MatterPhrase } from './rows.ts'

const not =
  "(won|don|doesn|didn|isn|aren|wasn|hasn|haven|can)'?t cannot not never nobody no_?one none refuses?_to without"
const elders =
  'old_(man|lady|woman|people|couple) elderly senior grandma grandmother grandpa grandfather granny my_(mum|mom|mother|dad|father|parents) disabled wheelchair kids child children'

/** What a thing or a person does, has or lacks. */
export const matterPhrasesEn: readonly MatterPhrase[] = [
  [
    'elevator',
    3,
    'lifts? elevators? elavators? elevater',
    'stuck trapped broken brocken dead jerk* dropp* jolt* shak* grinding slow skips? out_of not_w*',
  ],
  ['elevator', 3, '(stuck|trapped|caught|locked)_(in|inside)_(the_|a_|our_)?(lift|elevator|elavator)'],
  ['water', 3, '(no|without)_(hot_|cold_|running_|tap_|drinking_)?water'],
  [
    'water',
    3,
    "(hot_)?(water|watter)('s)? taps? shower",
    'off gone out_in out_again out_since cut shut brown yellow rusty cloudy murky dirty stopped smells? tastes? trickl* ice_cold freezing',
  ],
  ['water', 3, 'water_pressure low_pressure'],
  [
    'leak',
    3,
    'water',
    'pour* drip* leak* leek* seep* com(es|ing|e)_(through|down|in|from|up) running_down all_over pool* sits_there gush* spray*',
  ],
  [
    'leak',
    3,
    'puddle_of burst_(pipe|main) sewage pools?_of_water backed_up backing_up flooded flooding floods damp_patch',
  ],
  [
    'leak',
    3,
    'pipes? ceiling roof walls? toilets? toliet sink drains? gutter washbasin sewer manhole',
    'leak* drip* burst block* clog* overflow* backing backed wet damp mould* mold*',
  ],
  [
    'power',
    3,
    'no_(power|electricity|lights?) (lost|losing|without)_(power|electricity) electric_shock (exposed|bare|loose|live)_(electric_|electrical_)?wir(e|es|ing) pitch_(dark|black)',
  ],
  ['power', 3, "power('s)? electricity", 'out off gone cut down trips? tripping fail* outage'],
  [
    'power',
    3,
    'lights? ligth lamps? bulbs? street_?lights? lamp_?posts?',
    "out off broken brocken flicker* dead dark burnt burned went blown dim missing stays?_on won't not_working doesn't hasn't haven't",
  ],
  ['power', 3, 'breakers? fuse switch socket outlet meter_box', 'trip* blow* blew burn* spark* dead broken'],
  [
    'gas',
    3,
    'smell(s|ing|ed)?_(like_|of_|some_|a_bit_of_)?gas odou?r_of_gas no_gas gas_(leak|odou?r|smell) leaking_gas',
  ],
  ['gas', 3, 'gas gas_meter stove cooker', 'off cut gone leak* odou?r error smell* light'],
  ['heating', 3, '(no|without)_heat(ing)?'],
  [
    'heating',
    3,
    'heating heaters? radiators? heat boiler',
    "off out cold freezing broken dead lukewarm only leak* bang* not isn't hasn't",
  ],
  [
    'fire',
    3,
    '(is|are|was|caught|catch|catching)_(on_)?fire smoke_(is_)?(coming|from|filling|out|pouring|everywhere) flames? smell(s|ing)?_(of_)?burning',
  ],
  [
    'fire',
    3,
    '(fire|emergency)_(lane|exit|door|escape|route|stair)s?',
    'block* lock* padlock* park* full propped wedged obstruct* jammed chained',
  ],
  ['fire', 3, 'block* parked_in parked_on obstruct*', 'fire_(lane|exit|door|route)s? emergency_exits?'],
  ['fire', 3, 'charg(e|es|ing)', 'stairs? stairwell corridors? hallways? lobby indoors landing lift elevator'],
  [
    'fire',
    3,
    'extinguishers? hydrants? sprinklers? fire_alarms? smoke_(detector|alarm)s?',
    'expired empty missing beep* broken dead stolen going_off nonstop',
  ],
  [
    'security',
    3,
    'strange_(man|men|guy|person|people|woman) strangers? suspicious prowl* intruders? (got|was|were|been)_(stolen|robbed|burgled|mugged) broke_into break-in stole',
  ],
  ['security', 3, 'throw* threw', 'from out_of off_the_balcony'],
  [
    'security',
    3,
    '(front|entrance|main|lobby|unit|back|entry|entrance)_(door|gate) gate key_?fobs? key_?cards? card_reader fob_reader intercom cctv cameras? locks? barrier door_lock',
    `broken dead jammed stuck wide_open propped smashed offline ${not}`,
  ],
  ['security', 3, 'guards? security', 'asleep sleep* nobody never absent on_(his|their)_phone'],
  [
    'sanitation',
    3,
    'trash garbage garbadge rubbish litter bins? waste recycling dumpsters?',
    `full overflow* everywhere all_over pil* smell* stink* uncollected scattered dump* rot* ${not}`,
  ],
  ['sanitation', 3, 'dump(ed|ing) litter(ed)?_all rats? roach* cockroach* mice mosquitoes vomit urine graffiti filthy'],
  [
    'sanitation',
    3,
    'stairwell stairs corridors? hallways? lobby floors? toilets?',
    'mopped swept disgusting filthy sticky dirty cleaned stinks?',
  ],
  [
    'pets',
    3,
    'dogs? husky poodle puppy cats? pets? animals?',
    'bark* howl* bit bites? bitten attack* chas* poop* pee* leash loose urinat* unleashed mess',
  ],
  ['pets', 3, '(dog|cat)_(poo|poop|mess|dirt|shit|pee) unleashed without_a_leash off_the_leash stray_(dog|cat)s?'],
  [
    'noise',
    3,
    'drill* hammer* stomp* bang* dragging shout* scream* karaoke music party parties partying generator renovation* construction_work hums? humming bass',
    'night nights midnight [123456789]_?[ap]m 1[012]_?[ap]m morning sundays? saturdays? weekends? all_day hours loud* every constantly until',
  ],
  ['noise', 3, 'turn_(it_|that_|the_)?(music_|volume_|tv_)?down (too|so)_(noisy|loud) noisy noise'],
  ['noise', 3, 'keep_it_down keep_the_noise_down'],
  ['security', 3, 'package parcel delivery bike scooter', 'was_taken stolen disappeared gone_missing'],
  ['power', 3, 'stairwell stairs corridor hallway garage path', 'dark pitch_black'],
  ['noise', 3, 'turn', 'music_down volume_down it_down'],
  ['noise', 3, 'keeps?', 'us_awake me_awake me_up us_up everyone_(up|awake) kids_(up|awake)'],
  ['pollution', 3, '(greasy|cooking|barbecue|bbq|black|thick)_(smoke|fumes|grease)'],
  ['pollution', 3, 'chemical paint burning plastic terrible awful horrible foul', 'smell fumes stench odou?r'],
  [
    'pollution',
    3,
    'dust fumes smoke exhaust stench smell odou?r',
    'coat* everywhere windows? bedroom kitchen construction restaurant factory vent unbearable',
  ],
  [
    'parking',
    3,
    'in taking took stole using occupying occupied block* hogg*',
    "(my|our|his|her|residents'?|someone's)_(parking_)?(spot|space|bay|garage|driveway|place)s?",
  ],
  [
    'parking',
    3,
    'double[-_]park* parked_(illegally|across|in_front_of|on_the_lawn|on_the_grass|on_the_sidewalk|on_the_pavement) nowhere_to_park no_parking_(left|space|spaces) abandoned_(car|van|truck)',
  ],
  [
    'parking',
    3,
    "cars? vans? trucks? suvs? visitors?'? scooters?",
    'block* parked_(in|on|across|outside) my_(spot|space|bay) all_the',
  ],
  ['parking', 3, '(ev_)?chargers? charging_(point|station|pile)s?', 'broken dead down offline not none'],
  [
    'greening',
    3,
    'trees? branch(es)? hedges? grass lawn bush(es)? plants? flowerbeds?',
    'fall* fell down snap* hang* dead dying overgrown high trim* block* fenced dug vegetables? scrap* knee withered uprooted',
  ],
  [
    'greening',
    3,
    'vegetable_(patch|garden|plot)* caterpillars? growing_vegetables grow_vegetables weeds fallen_tree fenced_off',
  ],
  ['greening', 3, 'cut_down cutting_down chopp*', 'trees?'],
  [
    'construction',
    3,
    'tear* tore knock* demolish* remov* break* smash* drilling',
    '(load[-_]bearing|supporting|structural|bearing)_walls?',
  ],
  [
    'construction',
    3,
    'illegal_(extension|structure|construction|building|annex|shed)s? without_a?_?(permit|permission)',
  ],
  [
    'construction',
    3,
    'build* built add* enclos* putting_up put_up erect*',
    'extra_floor rooms?_on extension balcony corridor roof terrace shed',
  ],
  ['rental', 3, 'airbnbs? sublet* (short[-_]term|daily|illegal)_(rental|let|lets|rentals) too_many_tenants'],
  ['rental', 3, 'flat apartment unit room', 'split divided partitioned carved'],
  [
    'rental',
    3,
    'crammed packed ten twelve fifteen twenty 1[0123456789] [23]0',
    'one_flat one_room bunk_beds tenants into_one',
  ],
  ['rental', 3, 'office company restaurant salon workshop hostel', 'residential_(unit|flat|apartment|building)'],
  [
    'facility',
    3,
    'swings? slides? seesaw bench(es)? handrails? railings? rails? tiles? pavement ramp steps? staircase windows? glass manhole_covers? manhole mailbox(es)? parcel_lockers? lockers? gym_equipment playground fence gazebo sidewalk path',
    'broken brocken loose cracked crack missing chain fell falling smashed shattered rotten rust* wobbl* collapsed offline torn uneven sunk sharp snapped',
  ],
  [
    'facility',
    3,
    'potholes? (huge|big|deep)_hole (cracked|loose|broken)_(tile|brick|railing|handrail|step|swing|slide|bench|window|chain|pavement)s?',
  ],
  [
    'dispute',
    3,
    'property_(office|manager|management) management managers? developer landlord',
    "ignor* refus* rude never promised lied useless won't scam* unprofessional",
  ],
  ['dispute', 3, 'threaten* argu(ed|ing|es|ment)_(with|over|about) shout(ed|ing|s)?_at_(me|us|my) mediat*'],
  [
    'governance',
    3,
    '(management|property|parking|service|maintenance|heating)_(fee|fund|charge|bill)s?',
    'went_up going_up increas* doubled raised hike without unfair too_high accounts spent demand publish* where notice explain*',
  ],
  ['governance', 3, "owners'?_(committee|meeting|association|vote) election_results without_(any_|a_)?vote"],
  ['governance', 3, 'see show publish demand', 'accounts'],
  [
    'care',
    3,
    elders,
    'alone fell fallen collapsed fainted been_seen walk* needs? nobody medicine hospital lost missing missed help meals dementia alzheimer* wander*',
  ],
  [
    'care',
    3,
    'liv(e|es|ing)_(alone|by_(my|him|her)self|on_(my|his|her)_own) after-?_?school child_?care day_?care broke_my_(leg|arm|hip|foot)',
  ],
  ['care', 3, 'buy get fetch collect pick_up change', 'groceries medicine prescription'],
  [
    'other',
    2,
    'community_bus shuttle broadband internet wifi phone_signal reception parcels?',
    'never down slow out dead late weak no lost missing drops?',
  ],
]

/** How people say that something fails, is asked for, or is already over. */
export const cuePhrasesEn: readonly CuePhrase[] = [
  [
    'fault',
    not,
    'work works worked working wroking open* close[sd] close closing lock shut turn* start* stop* flush* drain* scan* read respond* move* heat* warm* charg* collect* empt* clean* fix* repair* mopped swept pick* cut answer* comes? came coming resets? deliver* dries seen walk sleep breathe use get told cook allowed',
  ],
  [
    'fault',
    'is are was were been has went gone goes still completely all both stone totally',
    'out_of off down dead gone cold dark blocked clogged locked missing loose cracked filthy disgusting frozen full faulty smashed leaking offline broken brocken stuck jammed',
  ],
  [
    'fault',
    "(is|are|went|gone|water's|power's|heating's|light's)_(all_)?(out|off|down|dead|gone) out_of_(service|order) by_itself faulty defective smashed snapped shattered fell_off falling_(off|apart|down) hanging_(off|down|over|loose) burnt_out expired padlocked offline reeks stinks rattl* buzzing humming screech* scary acting_up malfunction* brocken not_wroking",
  ],
  [
    'request',
    '(could|can|would|will)_(you|someone|somebody|anyone|anybody|we|management)',
    'fix check look send come clean remove repair turn pick* replace trim collect help',
  ],
  [
    'request',
    'please_(fix|send|check|replace|help|do|come|clean|turn|remove) any_(update|news) even_allowed when_will any_help who_do_(i|we) do_something is_there_any is_that_allowed',
  ],
  [
    'again',
    'again once_more (third|second|fourth)_time all_(day|night|week) in_ages nonstop every_single so_often since',
  ],
  ['again', 'for_([23456789]|two|three|a_few|several|many|the_past)', 'days? weeks? months? years? nights?'],
  ['now', 'right_now hurry quick quickly asap immediately urgent urgently emergency sos'],
  [
    'solved',
    "(is|are|came|got|it's|water's|power's|heating's|everything's|lights_are)_(now_|all_|finally_|already_)?(fixed|sorted|resolved|ok_now|fine_now) working_(now|again|fine) all_(fixed|sorted|good|done) came_and_(fixed|sorted) sorted_it fixed_it already_fixed it_was_(my|our|just)",
  ],
  ['solved', "(is|are|came|water's|power's|heating's|got)_(now_|all_|finally_|already_)?back"],
  [
    'notice',
    'dear_(residents|owners|neighbou?rs|all) any_inconvenience for_(scheduled_)?maintenance annual_inspection please_remember thank_you_for_your_(cooperation|understanding|patience)',
  ],
  ['notice', 'will', 'be_shut be_closed be_suspended be_inspected undergo be_unavailable be_switched'],
  [
    'elsewhere',
    "my_(office|work|school|company|hotel|mom's|mum's|parents'?|friend's|hometown|gym) back_home at_(the_office|my_office|work|school|uni)",
  ],
  [
    'advice',
    '(can|does|do)_(anyone|anybody|you)_(recommend|know_a|have_a|know_where|know_any) where_(do|can)_i_(pay|buy|get|find|collect) how_do_i_(get|pay|apply|renew|book) what_time_(does|do|is) booking_link any_recommendation*',
  ],
  ['sale', 'selling for_sale wanted barely_used free_to free: giving_away anyone_selling per_hour'],
  ['found', 'found_(some|these) lost_my i_lost contact_me_if whose_(keys|cat|dog) found_a'],
  ['plan', "see_you meet(ing|_me)?_(at|in) come_down i'm_at_the at_mine bring_snacks join_us"],
  [
    'media',
    'the_news this_movie that_song this_show the_game my_(phone|laptop|computer|tablet) under_pressure exam great_game',
  ],
]
