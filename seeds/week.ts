/**
 * One week of the demo neighbourhood, Monday 2026-11-16 to the summary on Monday 2026-11-23. Local times of the
 * community. People write what people write; the bot, its clocks and its jobs do the rest.
 *
 * A report has a name of its own; `{name}` in later words stands for the number its ticket got.
 */
export interface WeekStep {
  /** Local date and time, in order. */
  readonly at: string
  /** A person of `neighbours` or of the community file. */
  readonly who: number
  /** Where: a chat of the community file, or in private. */
  readonly where: number | 'dm'
  readonly does: Deed
  /** Names for the tickets that must come of this, in their order. */
  readonly makes?: readonly string[]
  /** The bot is to refuse it; nothing else may be refused. */
  readonly refused?: true
  /** A word for whoever watches: what this shows. */
  readonly shows?: Remark
}

export interface Remark {
  readonly 'zh-CN': string
  readonly en: string
}

export type Deed =
  | { readonly kind: 'say'; readonly text: string; readonly replyTo?: string }
  | { readonly kind: 'album'; readonly captions: readonly string[]; readonly replyTo?: string }
  | { readonly kind: 'photo'; readonly caption?: string; readonly replyTo?: string }
  /** Presses a button of the bot's newest message in that chat that contains `on` and has the button. */
  | { readonly kind: 'press'; readonly on: string; readonly button: string }
  /** Follows such a button into the private chat with the bot. */
  | { readonly kind: 'follow'; readonly on: string; readonly button: string }
  /** Edits the person's own newest message there. */
  | { readonly kind: 'edit'; readonly text: string }

const residents = -1001
const staff = -1002
const committee = -1003
const [zhang, oldLi, chen, auntWang, liu, emma, granny] = [401, 402, 403, 404, 405, 406, 407] as const
const [teacherSun, zhou, feng, grandpaZhao, uncleMa, lin] = [408, 409, 410, 411, 412, 413] as const
const [xiaoGao, sisterCao, grandpaYang] = [414, 415, 416] as const
const [wang, liuShifu, sun, manager, secretary] = [101, 102, 103, 201, 301] as const
const [gridZhao, gridQian] = [311, 312] as const

const say = (text: string, replyTo?: string): Deed => ({ kind: 'say', text, ...(replyTo && { replyTo }) })
const press = (on: string, button: string): Deed => ({ kind: 'press', on, button })
const edit = (text: string): Deed => ({ kind: 'edit', text })
const album = (...captions: readonly string[]): Deed => ({ kind: 'album', captions })

/** The steps of one date. */
function on(date: string) {
  return (
    time: string,
    who: number,
    where: WeekStep['where'],
    does: Deed,
    more: {
      readonly makes?: readonly string[]
      readonly refused?: true
      readonly zh?: string
      readonly en?: string
    } = {},
  ): WeekStep => {
    const { zh, en = '', ...rest } = more
    return { at: `${date} ${time}`, who, where, does, ...rest, ...(zh && { shows: { 'zh-CN': zh, en } }) }
  }
}

/** After the hour of the summary: the week before had no bot to sum it up. */
export const weekStart = '2026-11-16 09:05'
export const weekEnd = '2026-11-23 09:10'

const mon = on('2026-11-16')
const tue = on('2026-11-17')
const wed = on('2026-11-18')
const thu = on('2026-11-19')
const fri = on('2026-11-20')
const sat = on('2026-11-21')
const sun7 = on('2026-11-22')

export const week: readonly WeekStep[] = [
  mon('09:06', gridZhao, 'dm', say('我的网格'), {
    zh: '网格员打开私聊:关爱、纠纷和安全的事先到这里',
    en: 'The grid workers open the private chat: care, disputes and safety reach them first',
  }),
  mon('09:06', gridQian, 'dm', say('我的网格')),
  mon('09:08', auntWang, residents, say('早上好,今天降温,大家多穿点'), {
    zh: '闲聊,机器人不作声',
    en: 'Small talk: the bot keeps quiet',
  }),
  mon('09:12', zhang, residents, say('3号楼2单元电梯又坏了,老人下不来楼'), {
    makes: ['lift'],
    zh: '一句话就是一张工单',
    en: 'One sentence is a ticket',
  }),
  mon('09:14', oldLi, residents, press('#{lift} ', '+1 我家也是'), {
    zh: '邻居附议,改的是同一张卡片',
    en: 'A neighbour joins in; the same card changes, nothing new is posted',
  }),
  mon('09:15', teacherSun, residents, say('3号楼2单元电梯不动了,孩子上学要迟到了'), {
    zh: '像是同一件:先问,不硬合',
    en: 'It looks like the same matter: offered, not forced',
  }),
  mon('09:16', teacherSun, residents, press('像是同一件', '+1 到 #{lift}')),
  mon('09:18', wang, staff, press('#{lift} ', '接单')),
  mon('09:31', wang, staff, press('#{lift} ', '到场')),
  mon('10:20', wang, staff, say('办结 {lift} 更换门机,已试运行'), {
    zh: '打字和按钮一样管用',
    en: 'A typed line does what a button does',
  }),
  mon('10:41', zhang, residents, press('#{lift} ', '已解决'), {
    zh: '好没好,住户说了算',
    en: 'Residents have the last word',
  }),
  mon('10:41', zhang, residents, press('#{lift} ', '满意')),

  mon('11:05', zhou, residents, say('2号楼1单元门禁坏了,刷卡没反应'), { makes: ['gate'] }),
  mon('11:08', granny, residents, press('#{gate} ', '+1 我家也是')),
  mon('11:20', wang, staff, say('承诺 {gate} 今天16:00'), {
    zh: '说了时间,就是接单,也是承诺',
    en: 'Naming a time takes the ticket on and is a promise',
  }),
  mon('12:40', feng, residents, say('今天的菜真新鲜,团购还有吗')),
  mon('14:10', chen, residents, say('5号楼1单元楼道灯不亮,黑漆漆的'), {
    makes: ['lamp'],
    zh: '这一件会拖',
    en: 'This one will drag on',
  }),
  mon('14:30', wang, staff, say('接单 {lamp}'), {
    zh: '接了单,办结的时限照走',
    en: 'Taking it on does not stop the clock for finishing it',
  }),
  mon('15:10', wang, staff, say('办结 {gate} 换了读卡器电源'), { zh: '说到做到', en: 'Promise kept' }),
  mon('15:40', zhou, residents, press('#{gate} ', '已解决')),
  mon('15:40', zhou, residents, press('#{gate} ', '满意')),

  mon('16:10', sisterCao, residents, say('小区里停满了外来车,业主下班回来没地方停'), { makes: ['cars'] }),
  mon('16:40', manager, staff, press('#{cars} ', '接单')),
  mon('19:20', granny, residents, say('2号楼1单元暖气不热,屋里才15度,老人孩子受不了'), {
    makes: ['heat'],
    zh: '供暖季里不热,按急修办',
    en: 'In the heating season a cold flat is urgent',
  }),
  mon('19:24', zhou, residents, press('#{heat} ', '+1 我家也是')),
  mon('19:28', liuShifu, staff, press('#{heat} ', '接单')),
  mon('19:46', liuShifu, staff, press('#{heat} ', '到场')),
  mon('20:50', liuShifu, staff, say('办结 {heat} 立管堵了气,放气后回到20度')),
  mon('21:10', granny, residents, press('#{heat} ', '已解决')),
  mon('21:10', granny, residents, press('#{heat} ', '满意')),

  tue('08:45', liu, residents, album('6号楼地下车库漏水,车都淋湿了', '', ''), {
    makes: ['leak'],
    zh: '三张照片,一件事',
    en: 'Three pictures, one matter',
  }),
  tue('09:05', liuShifu, staff, press('#{leak} ', '接单')),
  tue('09:20', wang, staff, press('#{lamp} ', '到场')),
  tue('10:00', liuShifu, staff, say('挂起 {leak} 防水公司 到 周四10:00'), {
    zh: '等谁、等到哪天,说清楚',
    en: 'Waiting needs a name and a date',
  }),
  tue('10:30', feng, residents, say('楼道灯坏了,晚上看不见'), {
    makes: ['hall'],
    zh: '没说哪栋:先登记,再问一句',
    en: 'No building named: registered first, then asked',
  }),
  tue('10:31', feng, residents, press('#{hall} ', '6号楼')),
  tue('10:50', manager, staff, press('#{hall} ', '转派'), {
    zh: '转给懂行的人',
    en: 'Handed to whoever knows the trade',
  }),
  tue('10:50', manager, staff, press('转给谁', '王师傅')),
  tue('11:00', wang, staff, say('承诺 {hall} 今天17:00')),
  tue('15:10', wang, staff, say('办结 {hall} 换了声控开关')),
  tue('15:12', auntWang, residents, say('1号楼垃圾没人清,都臭了'), { makes: ['rubbish'] }),
  tue('15:14', auntWang, residents, edit('1号楼东侧垃圾桶没人清,都臭了,还有老鼠'), {
    zh: '改了话,还是那一张',
    en: 'An edited message is a revision, not a second ticket',
  }),
  tue('15:30', feng, residents, press('#{hall} ', '已解决')),
  tue('15:30', feng, residents, press('#{hall} ', '基本满意')),
  tue('15:40', sun, staff, press('#{rubbish} ', '接单')),
  tue('16:20', sun, staff, press('#{rubbish} ', '办结')),
  tue('16:30', grandpaZhao, residents, say('1号楼大堂地砖翘起来了,容易绊倒人'), { makes: ['tiles'] }),
  tue('16:50', wang, staff, press('#{tiles} ', '接单')),
  tue('18:20', auntWang, residents, press('#{rubbish} ', '没解决'), {
    zh: '没解决就重办,经理马上知道',
    en: 'Not solved: reopened, and the manager is told at once',
  }),
  tue('18:22', auntWang, residents, say('只倒了一桶,后面三桶还在', '#{rubbish} ')),
  tue('19:30', emma, residents, say('No water in building 6 unit 1 since this morning. Anyone else?'), {
    makes: ['water'],
    zh: '英文也听得懂',
    en: 'English is understood too',
  }),
  tue('19:33', liu, residents, say('我家也是', '#{water} '), {
    zh: '回复卡片也算附议',
    en: 'A reply to the card joins in as well',
  }),
  tue('19:33', xiaoGao, residents, press('#{water} ', '+1 我家也是'), {
    zh: '一栋楼都停了:五户附议,还是一张卡片',
    en: 'The whole building is dry: five households join in, and it is still one card',
  }),
  tue('19:34', sisterCao, residents, press('#{water} ', '+1 我家也是')),
  tue('19:34', grandpaYang, residents, press('#{water} ', '+1 我家也是')),
  tue('19:35', feng, residents, press('#{water} ', '+1 我家也是')),
  tue('19:36', liuShifu, staff, press('#{water} ', '接单')),
  tue('19:52', liuShifu, staff, press('#{water} ', '到场')),
  tue(
    '20:40',
    liuShifu,
    staff,
    { kind: 'photo', caption: '办结 总阀阀芯坏了,已换', replyTo: '#{water} ' },
    {
      zh: '照片就是凭证',
      en: 'A picture is the proof',
    },
  ),
  tue('21:05', emma, residents, press('#{water} ', '已解决')),
  tue('21:05', emma, residents, press('#{water} ', '基本满意')),

  wed('08:20', uncleMa, residents, say('小广场那棵老槐树断了根大枝,挂在半空'), { makes: ['tree'] }),
  wed('08:26', sun, staff, press('#{tree} ', '接单')),
  wed('08:35', uncleMa, residents, say('5号楼2单元厨房下水道堵了'), { makes: ['drain'] }),
  wed('08:40', manager, staff, say('接单 {rubbish}')),
  wed('08:48', sun, staff, press('#{tree} ', '到场')),
  wed('08:55', uncleMa, residents, say('撤回 {drain} 自己通开了'), {
    zh: '不用来了,撤回',
    en: 'No longer needed: withdrawn',
  }),
  wed('10:10', sun, staff, { kind: 'photo', caption: '办结 断枝已锯下,地上清干净了', replyTo: '#{tree} ' }),
  wed('10:20', uncleMa, residents, press('#{tree} ', '已解决')),
  wed('10:20', uncleMa, residents, press('#{tree} ', '满意')),
  wed('10:30', manager, staff, say('办结 {rubbish} 四桶全部清运并消毒,以后每天两次')),
  wed('10:35', manager, residents, press('#{rubbish} ', '已解决'), {
    refused: true,
    zh: '办事的人不能替住户说好',
    en: 'Whoever did the work cannot declare it solved',
  }),
  wed('10:50', auntWang, residents, press('#{rubbish} ', '已解决')),
  wed('10:50', auntWang, residents, press('#{rubbish} ', '满意')),
  wed('11:00', wang, staff, press('#{tiles} ', '到场')),
  wed('11:02', wang, staff, say('承诺 {tiles} 周四17:00'), { zh: '这个承诺会落空', en: 'This promise will be broken' }),
  wed('12:15', zhou, residents, say('小广场的健身器材好像松了,不知道要不要修'), {
    zh: '拿不准的先问',
    en: 'In doubt the bot asks',
  }),
  wed('12:16', zhou, residents, press('要登记成工单吗', '登记'), { makes: ['gym'] }),
  wed('13:05', teacherSun, residents, say('楼下好像又有人在装修'), {
    zh: '没人理,十分钟后问题自己收起',
    en: 'Nobody answers: after ten minutes the question goes away by itself',
  }),
  wed('14:30', wang, staff, press('#{gym} ', '接单')),
  wed('15:50', wang, staff, say('办结 {gym} 拧紧螺栓,换了两个脚套')),
  wed('16:30', zhou, residents, press('#{gym} ', '已解决')),
  wed('16:30', zhou, residents, press('#{gym} ', '满意')),

  wed('17:10', emma, residents, say('A dog in building 1 runs around without a leash and jumped at my daughter'), {
    makes: ['dog'],
  }),
  wed('17:30', manager, staff, press('#{dog} ', '接单')),
  wed('18:40', lin, residents, say('3号楼1单元楼道里一股煤气味,谁家灶没关好?'), {
    makes: ['gas'],
    zh: '险情:先教人怎么保命,再催人到场',
    en: 'Danger: first how to stay safe, then who has to come',
  }),
  wed('18:42', wang, staff, press('#{gas} ', '接单')),
  wed('18:50', wang, staff, press('#{gas} ', '到场')),
  wed('19:25', wang, staff, say('办结 {gas} 燃气公司到场,灶具软管老化,已换,检测合格')),
  wed('19:40', lin, residents, press('#{gas} ', '已解决')),
  wed('19:40', lin, residents, press('#{gas} ', '满意')),

  thu('02:14', oldLi, residents, say('有人被困电梯了!3号楼2单元!快来人'), {
    makes: ['trapped'],
    zh: '半夜的急事,不等天亮',
    en: 'An emergency at night does not wait for the morning',
  }),
  thu('02:16', wang, staff, press('#{trapped} ', '接单')),
  thu('02:31', wang, staff, press('#{trapped} ', '到场')),
  thu('02:52', wang, staff, say('办结 {trapped} 人已救出,平安;电梯停用等维保')),
  thu('08:05', oldLi, residents, press('#{trapped} ', '已解决')),
  thu('08:05', oldLi, residents, press('#{trapped} ', '满意')),
  thu('08:20', teacherSun, residents, say('3号楼2单元电梯还停着,什么时候能修好?'), { makes: ['brake'] }),
  thu('08:24', wang, staff, press('#{brake} ', '接单')),
  thu('08:26', wang, staff, press('#{brake} ', '到场')),
  thu('08:40', wang, staff, say('挂起 {brake} 迅达电梯 到 周五11:00'), {
    zh: '等电梯公司换制动器:等的时候表停着',
    en: 'Waiting for the lift company: the clock stands still meanwhile',
  }),
  thu('09:15', chen, residents, say('催 {lamp}'), { zh: '居民催办', en: 'A resident urges' }),
  thu('09:40', manager, staff, say('办结 {dog} 已上门,主人答应牵绳,门口贴了提醒')),
  thu('10:05', emma, residents, press('#{dog} ', '已解决')),
  thu('10:05', emma, residents, press('#{dog} ', '基本满意')),
  thu('10:20', granny, 'dm', say('我一个人住,腿疼下不了楼,没人照顾,药也快没了'), {
    makes: ['care'],
    zh: '私下说的,群里看不到',
    en: 'Told in private, unseen in the group',
  }),
  thu('10:31', manager, staff, press('#{care} ', '接单')),
  thu('11:30', liuShifu, staff, { kind: 'photo', caption: '办结 注浆堵漏,试水两小时不漏', replyTo: '#{leak} ' }),
  thu('12:10', liu, residents, press('#{leak} ', '已解决')),
  thu('12:10', liu, residents, press('#{leak} ', '满意')),
  thu('15:10', manager, staff, say('办结 {care} 药已送到,以后每周四上门一次')),
  thu('15:30', granny, 'dm', press('#{care} ', '已解决')),
  thu('15:30', granny, 'dm', press('#{care} ', '满意')),
  thu('16:10', liuShifu, staff, say('明天9点到11点 6号楼停水,清洗水箱'), {
    zh: '停水通知照着说话写,看过再发布;提前不够会提醒',
    en: 'A cut is written as people talk, shown back, then published; too short notice is pointed out',
  }),
  thu('16:11', liuShifu, staff, press('我这样理解', '发布')),
  thu('16:30', secretary, committee, press('#{lamp} ', '督办'), {
    zh: '超时到了党委,书记督办',
    en: 'Overdue, it reached the committee; the secretary takes charge',
  }),

  thu('20:15', sisterCao, residents, say('6号楼下面烧烤店的油烟太呛了,晚上开不了窗'), { makes: ['smoke'] }),
  fri('08:50', manager, staff, press('#{smoke} ', '接单')),
  fri('09:20', manager, staff, say('办结 {cars} 夜里起只放登记的车,访客车停北门')),
  fri('09:20', feng, residents, say('6号楼没水了'), {
    zh: '通知过的事,用通知答复,不另开工单',
    en: 'What was announced is answered with the notice and opens no ticket',
  }),
  fri('09:40', wang, staff, say('办结 {lamp} 灯座和线路都换了')),
  fri('10:00', chen, residents, press('#{lamp} ', '已解决')),
  fri('10:01', chen, residents, press('#{lamp} ', '基本满意')),
  fri('10:30', uncleMa, residents, say('5号楼2单元门禁坏了;1号楼门口路灯也不亮'), {
    makes: ['door', 'street'],
    zh: '一句话两件事,两张工单',
    en: 'Two problems in one message: two tickets',
  }),
  fri('10:40', wang, staff, press('#{door} ', '接单')),
  fri('10:41', wang, staff, press('#{street} ', '接单')),
  fri('10:50', liuShifu, staff, press('停水', '已恢复'), {
    zh: '恢复了:通知改好,问过的住户再问一声',
    en: 'It is back: the notice says so, and whoever was answered is asked',
  }),
  fri('10:50', wang, staff, say('办结 {brake} 迅达换了制动器,复检合格')),
  fri('11:05', teacherSun, residents, press('#{brake} ', '已解决')),
  fri('11:05', teacherSun, residents, press('#{brake} ', '满意')),
  fri('11:20', lin, residents, say('3号楼1单元邻居两家吵起来了,差点动手,请居委会来调解'), {
    makes: ['dispute'],
    zh: '家事邻里事:群里只留编号',
    en: 'Disputes are private: the group sees a number only',
  }),
  fri('11:22', lin, residents, { kind: 'follow', on: '#{dispute} ', button: '私聊补充' }),
  fri('11:24', lin, 'dm', say('为楼道里的鞋柜吵了半个月,701和702谁也不让,麻烦悄悄来一趟', '#{dispute} ')),
  fri('11:40', manager, staff, press('#{dispute} ', '接单')),
  fri('12:10', sisterCao, residents, press('#{cars} ', '已解决')),
  fri('12:10', sisterCao, residents, press('#{cars} ', '满意')),
  fri('14:30', liu, residents, say('有人在6号楼楼顶搭阳光房'), { makes: ['roof'] }),
  fri('14:45', manager, staff, press('#{roof} ', '接单')),
  fri('14:50', gridZhao, 'dm', say('走访 3号楼1单元 两家都去过了,鞋柜各让一步'), {
    zh: '走访只记在网格员自己那里,周报里只数次数',
    en: 'A visit is kept for the grid worker alone; the summary counts it',
  }),
  fri('15:00', wang, staff, say('办结 {door} 换了电插锁')),
  fri('15:10', wang, staff, say('挂起 {street} 路灯厂家 到 11月25日下午3点')),
  fri('15:40', uncleMa, residents, press('#{door} ', '已解决')),
  fri('15:40', uncleMa, residents, press('#{door} ', '满意')),

  fri('19:30', grandpaZhao, residents, say('物业费怎么用的一直没公示,停车费的账也没见过'), { makes: ['fees'] }),

  sat('10:05', teacherSun, residents, say('3号楼北面消防通道被车堵了'), { makes: ['lane'] }),
  sat('10:09', manager, staff, press('#{lane} ', '接单')),
  sat('10:25', manager, staff, say('办结 {lane} 车主已挪车')),
  sat('11:10', teacherSun, residents, press('#{lane} ', '已解决')),
  sat('11:10', teacherSun, residents, press('#{lane} ', '不满意'), {
    zh: '不满意,就再办一次',
    en: 'Not satisfied: it is done over',
  }),
  sat('11:15', manager, staff, press('#{lane} ', '接单')),
  sat('11:30', manager, staff, press('#{lane} ', '到场')),
  sat('15:40', manager, staff, say('办结 {lane} 装了两根隔离桩,车开不进来了')),
  sat('16:00', teacherSun, residents, press('#{lane} ', '已解决')),
  sat('16:00', teacherSun, residents, press('#{lane} ', '满意')),
  sat('17:05', granny, residents, say('3号楼东侧绿地被人圈起来种菜了'), {
    makes: ['green'],
    zh: '难办的事有章法:谁负责、几步走、群里能说什么',
    en: 'Hard cases have a way: whose job, which steps, what may be said in the group',
  }),
  sat('17:08', oldLi, residents, say('谁负责 {green}'), {
    zh: '为什么归它管,依据哪一条',
    en: 'Whose job it is, and by which article',
  }),
  sat('17:20', uncleMa, residents, say('2号楼1单元有人封阳台'), { makes: ['balcony'] }),
  sat('17:40', auntWang, residents, say('1号楼门口又是狗屎没人管'), { makes: ['mess'] }),
  sat('17:55', sun, staff, say('办结 {mess} 已清理,放了拾便袋')),
  sat('18:10', auntWang, residents, press('#{mess} ', '已解决')),
  sat('18:30', chen, residents, say('5号楼下垃圾不分类,厨余混投'), { makes: ['sorting'] }),
  sat('18:50', emma, residents, say('6号楼有人把房子隔成小间群租'), { makes: ['letting'] }),
  sat('19:05', grandpaYang, residents, say('宣传栏还贴着去年的通知,没人管'), {
    makes: ['board'],
    zh: '归不进哪一类,也记下来',
    en: 'What fits no category is kept all the same',
  }),
  sat('19:15', sun, staff, press('#{board} ', '接单')),
  sat('19:30', sun, staff, say('办结 {board} 旧通知撕了,换上这个月的')),
  sat('19:40', grandpaYang, residents, press('#{board} ', '已解决')),
  sat('19:40', grandpaYang, residents, press('#{board} ', '满意')),
  sat('20:00', zhang, residents, say('谢谢王师傅,电梯现在很稳'), { zh: '感谢不是报修', en: 'Thanks are no report' }),

  sun7('10:00', manager, staff, say('移交 {green} 绿化主管部门:劝过一次没有恢复'), {
    zh: '移交要说清交给谁、为什么,自己照样跟到底',
    en: 'Handing on needs a receiver and a reason, and leaves nobody without a lead',
  }),
  sun7('16:00', feng, residents, say('6号楼楼上半夜一直在装修,太吵了'), { makes: ['noise'] }),
]
