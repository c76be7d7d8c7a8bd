/** A way of telling danger or an outage. Patterns, because it lies in two words together. */
export interface Sign {
  readonly rule: string
  readonly pattern: RegExp
}

const lift = '(?:电梯|轿厢|升降机|梯子|𨋢|\\bdt)'
const liftEn = '(?:lift|elevator|elavator|elevatr)'

/** Life or property in danger, told outright. */
export const dangers: readonly Sign[] = [
  {
    rule: 'trapped',
    pattern: new RegExp(
      `(?:困|关|關|卡)(?:住|人|了|咗|喺)?(?:在|进|喺)?.{0,6}${lift}|${lift}.{0,10}(?:困|关人|关着|关了|卡在|卡住了?人|有人|拍门|救命|出不来|呼救)|困人|${lift}(?:里|里面|入面|里头)?.{0,24}(?:出不来|开不到门|被困|救命|喊|冲到|坠|往下掉|掉了一截)|在.{0,8}${lift}里.{0,14}(?:停|卡|闷|信号|门)|${lift}.{0,8}(?:井道|没在.{0,6}空)`,
    ),
  },
  {
    rule: 'trapped',
    pattern: new RegExp(
      `(?:stuck|trapped|locked|caught|inside|in) (?:in |inside )?(?:(?:the|our|this|east|west|left|right|a) )*${liftEn}(?!\\w)(?=.{0,70}(?:stuck|help\\b|stopp|won'?t|wont|can'?t|alarm|intercom|rings|bang|inside|button))|(?:stuck|trapped).{0,24}${liftEn}|${liftEn}.{0,30}(?:someone|people|kids?|person|man|woman)? ?(?:is |are )?(?:inside|trapped|stuck in)|${liftEn}.{0,12}(?:里面|里).{0,8}stuck|${liftEn} (?:just )?(?:dropped|fell)|banging inside|${liftEn}.{0,40}(?:me and|i'?m in|we are in|in here)`,
    ),
  },
  {
    rule: 'gas',
    pattern:
      /(?:煤气|燃气|天然气|瓦斯|gas)(?!费|公司|卡|改|价).{0,12}(?:味|wei|泄|漏|嘶嘶|臭|挖断|冒)|漏气|臭鸡蛋|(?:呲呲|嘶嘶|滋滋).{0,4}(?:冒气|漏)|煤气罐.{0,6}(?:冒|漏|炸)|smell(?:s|ing)?.{0,16}\bgas\b|\bgas(?: is)? (?:leak|smell|odou?r)|odou?r of gas|leaking gas|rotten eggs?|hissing|煤气中毒|一氧化碳|carbon monoxide|co alarm/,
  },
  {
    rule: 'fire',
    // 打不着火 is a cold stove, 真着火往哪跑 a fear.
    pattern:
      /(?<!不|真|要是|万一|如果|假如|容易|引起|引发|导致|一旦|点)(?:着火|起火|失火|zh火)|冒(?:着)?(?:黑|浓|白|出)?烟|浓烟|黑烟|白烟|全是烟|好大烟|火苗|火光|明火|火燃|火窜|往外冒火|烧起来|燃起来|烧着|点着了|在烧(?!水|饭|菜|烤)|火烛呀|电瓶车炸|(?<!气|心态)炸了|爆炸|自燃|烧焦味.{0,6}(?:越|大|浓)|on fire|caught fire|smoke (?:is )?(?:coming|in|from|fill|pouring)|see smoke|smoking and|black smoke|全是 ?smoke|flames|\bfire (?:in|at|on|building|bldg)|^fire\b(?! (?:exit|door|lane|drill|alarm|ext|hose|hyd|escape))|burning (?:in|on|at|now|plastic|smell|!)|explo(?:ded|sion)/,
  },
  {
    rule: 'electric',
    pattern:
      /触电|漏电|水里带电|冒火花|打火花|火星|打火!|麻手|脚麻|手麻|被电(?:到|了)|电到|高压线.{0,4}(?:掉|断|垂)|(?:电表|配电|电箱|配电间|配电房|电缆|灯).{0,6}(?:流水|进水|灌)|水.{0,8}(?:电表箱|配电|电缆井|插座|灌)|sparks?\b|sparking|electrocut|electric shock|got (?:a shock|shocked)|(?:fuse box|socket|meter).{0,30}(?:buzz|water|smok)|water.{0,30}(?:fuse box|socket|electric|meter)/,
  },
  {
    rule: 'flood',
    pattern:
      /(?:水|污水).{0,6}(?:灌进|漫进|淹了?)|瀑布|发大水|没过(?:脚|小腿|膝)|水柱|(?:爆管|水管爆|管子爆|管爆|消防管爆|主管爆).{0,14}(?:喷|涌|淹|电梯|都是|全是|往|顺)|喷水|水喷|(?:电梯井|配电房|电井|电梯里|𨋢槽).{0,6}(?:灌|进水|漏|淹)|跑水.{0,10}(?:冲|流)|flooding|flooded|burst (?:pipe|main).{0,40}(?:pour|gush|spray|everywhere|stairs)|(?:pipe|main) (?:just )?(?:broke|burst|exploded)|water (?:is )?(?:pouring|gushing|everywhere)|like (?:a )?(?:waterfall|shower)/,
  },
  {
    rule: 'falling',
    pattern:
      /(?:外墙|墙砖|瓷砖|磁砖|玻璃|外机|广告牌|幕墙|雨棚|窗户?|窗扇|围墙|花盆|脚手架|栏杆|招牌|砖).{0,12}(?:掉下来|一直掉|往下掉|还在掉|砸|坠|要掉|塌了一截)|差点砸(?:到|中)|砸(?:到|伤|着|中)|压(?:着|到|在).{0,3}(?:人|下面)|坍塌|塌了(?!.{0,2}(?:一半|半))|连人掉|树.{0,8}(?:倒|砸).{0,12}(?:人|变电|电线|骑车)|下瓷砖雨|(?:facade|tiles?|glass|air ?con\w*|ac unit|sign|scaffold\w*|window|bricks?|wall).{0,40}(?:about to fall|falling|fell|come down|hanging by|leaning)|(?:nearly|almost|just) (?:hit|missed) (?:me|someone|my|a)|tree.{0,20}(?:came down|fell).{0,20}(?:car|someone|people)/,
  },
  {
    rule: 'person',
    pattern:
      /晕倒|晕过去|昏倒|昏迷|不省人事|倒在?(?:地|中庭|路|东门|西门|南门|北门|楼)|倒地|躺地上|躺在地上|叫不(?:醒|应)|没(?:有)?呼吸|抽搐|大出血|起不来了|摔.{0,16}(?:血|起不来)|(?:躺|倒|趴|人).{0,8}不动了|不动了.{0,6}120|跳楼|要跳|想不开|不想活|跨出去|轻生|溺水|掉(?:进)?.{0,3}(?:水池|池塘|井里|湖)|走失|走丢|孩子不见|小孩不见|人不见了|敲门没人应|心脏病(?!要吓)|胸口疼|呻吟|(?<!喊|考啊)救命(?!稻草)|(?:夹|卡)(?:到|住|在).{0,3}(?:手|人|头|脚|腿)|吊在|坠楼|掉下去了|(?:人|孩子|小孩|娃).{0,6}(?:掉|摔)下(?:来|去)|(?:人|孩子|小孩|娃).{0,8}(?:趴|爬|坐)(?:在|上|到)?.{0,4}(?:窗|楼顶|护栏|栏杆|外机)|反锁.{0,16}(?:孩子|娃|宝宝|小孩)|(?:孩子|娃|宝宝|小孩).{0,12}反锁|喘不上气|噎住|有人受伤|好多血|满.{0,2}是血|救人|埋(?:了|住|在)|被撞|中暑|大人不在.{0,6}窗|unconscious|collapsed|passed out|not (?:breathing|moving)|can'?t breathe|heart attack|bleeding|\bcpr\b|missing(?=.{0,40}(?:year|old|kid|child|son|daughter|boy|girl|seen))|(?:son|daughter|kid|child) is missing|(?:head|arm|hand|leg) is stuck|on the roof.{0,12}(?:call|jump)|outside of the railing|fell (?:in|down|off)|screaming for help|chok(?:ing|ed)|seizure|stroke\b|drown|injured|ambulance|overdose|(?:locked|left) (?:in|inside|alone).{0,20}(?:baby|kid|child|toddler|car)|(?:baby|kid|child|toddler).{0,20}(?:locked in|alone|climbing|on the ledge)/,
  },
  {
    rule: 'violence',
    pattern:
      /持刀|拿(?:着|了)?.{0,2}刀|菜刀|砍(?:人|门)|打人|打起来|家暴|抢劫|劫持|打砸|翻进.{0,4}(?:院|窗|阳台|屋)|撬.{0,4}(?:门|锁).{0,8}(?:现在|猫眼|看到|快)|在撬|转我家门把|尾随|knife|being attacked|attack(?:ing|ed)|robbed|robbery|in my (?:apartment|flat|house|room)\b.{0,20}(?:hid|send|help)|somebody in my|trying to (?:open|get into|break) (?:my|the|our) (?:door|flat|apartment|home)/,
  },
  {
    rule: 'thrown',
    pattern:
      /(?:往下|楼上|高空|高层|从上面).{0,6}(?:砸|扔|掟|丢|抛).{0,6}(?:瓶|刀|砖|花盆|东西|刀|玻璃)|throwing .{0,20}(?:from|off|out)/,
  },
  { rule: 'animal', pattern: /狗.{0,6}(?:咬人|咬着|不松口|见人就咬)|dog.{0,24}(?:attack|biting)/ },
]

/** An essential service out, harm that cannot wait for days, a hazard to the next passer-by. */
export const outages: readonly Sign[] = [
  {
    rule: 'no service',
    pattern:
      /(?<!消火栓.{0,3}|消防栓.{0,3}|箱里?)(?:停|断|没|没有|无|冇|不出|莫得|么得|听|tíng)(?:了|咗)?(?:热|自来|冷)?水(?!平|压|表|管|分|印|泥|果|箱|费|洗|卡)|(?:热|自来)?水(?:就|又|都|全|怎么|突然)?(?:没|停)了|一滴.{0,3}没|(?<!表)(?:停|断|没|没有|冇|莫得)(?:了|咗)?电(?!梯|话|池|瓶|表|视|脑)|整栋.{0,2}黑|(?:全|整)(?:楼|小区|栋|个小区).{0,2}黑|黑了.{0,4}整|推不上去|合不上闸|跳电了|停气|(?:没|冇)(?:煤|燃|天然)?气了|打不着火|做不了饭|烧不了饭/,
  },
  {
    rule: 'no heating',
    pattern:
      /不供暖|(?:没|冇)暖气|(?:供暖|地暖|暖气|暖气片|暖汽)(?!.{0,4}(?:有一|一组|一路|费)).{0,10}(?:不热|冰|凉|怎么停|停了|坏|没热)|no heat(?:ing)?\b|(?:heating|heat|boiler) .{0,28}(?:off|out|broken|dead|not working|cold)|radiators? .{0,12}cold/,
  },
  {
    rule: 'no service',
    pattern:
      /no (?:hot |running |tap |cold )?(?:water|h2o)\b(?! pressure)|no (?:power|electricity|gas)\b|(?:water|power|electricity|gas)(?:'s| is| was| has been| went| has)? (?:\w+ )?(?:off|out|gone|cut)\b|(?:lost|losing|without) (?:power|water|electricity)|nothing comes out|blackout|breaker.{0,12}trips|keeps tripping/,
  },
  {
    rule: 'lift out',
    pattern:
      /(?:电梯|升降机|货梯|客梯|𨋢|梯子|两部梯|dianti)(?!里|厅|口|间|按|机房|费|广告).{0,8}(?:坏|停(?!车)|不动|故障|罢工|没反应|壞)|趴窝|(?:lifts?|elevators?|elavators?)\b.{0,36}(?:broken|out of (?:order|service)|not w\w+ing|dead|is down|are down|stopped|stuck)|no (?:lift|elevator)/,
  },
  {
    rule: 'backflow',
    pattern:
      /(?<!烟道|油烟|烟)倒灌|反水|返水|返上来|反上来|翻上来|往上翻|粪水|污水横流|爆管|水管.{0,4}爆|管子爆|跑水|往外冒(?!烟|火)|喷出来|burst|sewage/,
  },
  {
    rule: 'locked',
    pattern:
      /进不(?:去|来)|出不(?:去|来)|锁死|回不了家|打不开门|门.{0,6}打不开|进不了[楼门家]|下不(?:去|来)楼|上不去楼|locked (?:in|out)|can'?t get (?:in|out|into)|won'?t open/,
  },
  {
    rule: 'escape',
    pattern:
      /(?:消防|逃生|疏散|安全)(?:通道|出口|门|车道|楼梯).{0,10}(?:锁|堵|占|焊)|(?:消防|逃生)(?:通道|出口).{0,6}关|(?:占|堵).{0,8}(?:消防通道|逃生|消防车)|(?:消防车|救护车).{0,4}进不|(?:fire|emergency) (?:exit|lane|door|escape).{0,24}(?:lock|padlock|block|chain)|block\w* .{0,12}(?:fire|emergency) (?:lane|exit)/,
  },
  {
    rule: 'hazard',
    pattern:
      /电线.{0,8}(?:掉|耷拉|垂|裸露|断|露铜)|(?:耷拉|垂|掉).{0,6}电线|线头.{0,4}露|井盖.{0,4}(?:没|丢|不见|翻|塌|裂)|高空抛物|扔下来|落嚟|往下(?:扔|丢|抛|砸)|从天而降|铁茬|快断了|挂在半空|悬在|要掉不掉|要倒|摇摇欲坠|树.{0,6}倒.{0,8}(?:挡|路|砸)|碎玻璃|绊倒|差点(?:摔|绊|掉)|bare wire|exposed wire|dangling|hanging|manhole|throw\w* .{0,24}(?:from|off) the/,
  },
  {
    rule: 'structure',
    pattern:
      /(?:砸|拆|打|敲|凿)(?:掉|了)?.{0,3}(?:承重|剪力)墙|(?:tear|knock|demolish|remov|smash)\w* .{0,24}(?:load[- ]bearing|supporting|structural)/,
  },
  { rule: 'bite', pattern: /被.{0,6}咬|(?<!沙发|鞋子?|拖鞋)咬(?:了|伤|人)|流血|bitten|bleeding|dogs? (?:just )?bit\b/ },
  {
    rule: 'prowler',
    pattern:
      /可疑|尾随|转来转去|撬|醉汉|醉鬼|闹事|持刀|陌生.{0,12}(?:转悠|敲|跟着|拧)|鬼鬼祟祟|prowler|suspicious|strange (?:man|men|guy)|trying (?:the )?door/,
  },
  { rule: 'nest', pattern: /马蜂|蜂窝|毒蛇|蛇跑|wasps? nest|snake/ },
]

/** It happens as it is written. */
export const happening =
  /[!！]{2,}|快(?!递|充|餐|乐|一|半|两|三|要|到了)|救命|救m|赶紧|赶快|马上|麻溜|正在|还在|还没停|越来越|(?<!到)现在|刚刚|刚才|啱啱|谁有|谁能|谁会|谁知道|边个|来人|叫人|报警了?|1[12][09]|不敢|下楼|别(?:过|靠|坐|按|出)|千万别|千祈|离远|咋办|怎么办|help|now\b|right now|call|please|pls|asap|just\b|who has|anyone|anybody|\b(?:is|are) \w+ing\b/
