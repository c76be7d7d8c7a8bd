import type { CategoryRow } from './rows.ts'

/** Words that point to a category and say nothing of whether anything is wrong: the wider vocabulary of each kind of matter. */
export const vocabulary: readonly CategoryRow[] = [
  [
    'elevator',
    'topic',
    2,
    '梯子 电梯井 电梯机房 维保 年检 合格证 检验合格 平层 曳引 钢丝绳 按钮 楼层按钮 开门键 关门键 呼梯 等梯 候梯 抢梯 载重 超载 满载 悬空老人 悬空族 自动扶梯 步梯 爬楼 爬楼梯 观光梯 消防梯 一部梯 两部梯 单梯 双梯 𨋢 dianti dt certificate 升降 cab shaft',
  ],
  [
    'water',
    'topic',
    2,
    '井水 自备井 水厂 水务 水务公司 供水公司 加压 加压泵 水池 蓄水池 生活水箱 水塔 滤芯 净水 净水器 直饮机 水碱 水质报告 管网水 洗澡 冲厕所 冲马桶 接水 水量 阀门关 阶梯水价 商业水价 水价 水卡 抄表 过户 洗手 桶装水 饮水 安全饮水 水龙 自来水管 tingshui h2o tank pressure faucet hot_water drinking_water',
  ],
  [
    'leak',
    'topic',
    2,
    '堵头 地沟 井口 雨水篦子 篦子 截水沟 明沟 暗沟 污水管 粪管 粪水 化粪池 隔油池 雨污 雨污分流 内涝 内涝点 水帘洞 威尼斯 池塘 水洼 一滩水 滴滴答答 洇 湿透 发霉 霉斑 起泡 鼓泡 墙纸 角阀 软管 三通 接口 存水弯 翻上来 往上翻 返味 反味 漫 淌 冒水 潮 返潮 下雨 雨水 暴雨 汛期 漏点 测漏 闭水 wet damp soaked drip drips dripping water_stain mold puddle plumbing plumber sink',
  ],
  [
    'power',
    'topic',
    2,
    '供电局 国家电网 电力 电力公司 变电站 变压器 高压线 电线杆 电杆 线杆 线缆 电费卡 预付费 预付费电表 一户一表 三相 电压 负荷 增容 直供 合表 农网 太阳能路灯 太阳能灯 景观灯 射灯 声控 感应 节能灯 应急照明 照明灯 灯杆 灯罩 开关盒 线头 裸线 空气开关 保险丝 跳 跳电 充电枪 快充 慢充 充电站 充电棚 充电口 电表箱 电箱 开闸 合闸 送电 停送电 火线 漏保 kw 度电 黑灯瞎火 手电筒 dian kuaidian 摸黑 阴森 electric electricity ev_charger charger charging_pile generator switch transformer pole dark pitch_black',
  ],
  [
    'gas',
    'topic',
    2,
    '管道气 管道煤气 瓶装气 液化气 煤气罐 气罐 煤改气 气表 燃气卡 燃气公司 港华 昆仑燃气 通气点火 点火 灶具 灶台 打火 报警器 阀门 煤气阀 气价 阶梯气价 燃气软管 没气 冇煤气 gas_card gas_company gas_bill stove burner cooker 一股味',
  ],
  [
    'heating',
    'topic',
    2,
    '热力公司 热力 供热站 换热 热网 暖管 暖片 集中采暖 采暖季 供暖季 低温 测温 报停 热费 热计量 分户计量 保温 温度 温度计 多少度 十几度 度都不到 室内温度 棉袄 电热毯 羽绒服 放气 跑气 打压 壁挂炉 地热 freezing heater boiler degrees thermostat',
  ],
  [
    'fire',
    'topic',
    2,
    '消防车 消防队 消防水 消防水池 消防管网 消防检测 消防验收 消防大队 微型消防站 火警 火情 火患 火烛 走火通道 后楼梯 疏散楼梯 疏散指示 安全指示 常闭门 喷头 水带 水枪 栓箱 灭火 烟头 明火 烧纸 烟花 放炮 鞭炮 电瓶 插线板 排插 充电线 私拉电线 私拉 乱拉 拉线 接线板 易燃 杂物间 纸板 木质结构 插座烫 焦味 糊味 黑烟 火光 烫手 e-bike ebike scooter_battery battery extension_cord sprinkler fire_hose smoke_alarm alarm',
  ],
  [
    'security',
    'topic',
    2,
    '派出所 民警 报警 110 治安 巡更 巡查 陌生 生人 外人 外来人员 闲杂人 推销 上门推销 发传单 小偷 贼 盗 偷 扒 抢劫 抢夺 抢包 聚众 赌 毒 嫖 偷拍 骚扰 跟着 尾随 撬门 门锁 猫眼 车窗 划痕 被划 丢了 不见了 失窃 包裹 快递丢 烟头 花盆 酒瓶 啤酒瓶 从天而降 天降 砸下来 掉落 抛物 豁口 栏杆 翻墙 翻进来 钻进来 闸机 人脸 刷脸 门卡 门禁卡 出入证 访客 登记 道闸 传销 诈骗 催收 泼漆 监视器 监控室 看更 警卫 管理员睡 睡岗 脱岗 红外 对讲机 门铃 铁闸 闸 卷帘门 fob passcode lock lockers delivery_guy parcel parcels package police burglars break_in intruder peephole knife fight drunk',
  ],
  [
    'sanitation',
    'topic',
    2,
    '公厕 厕所 旱厕 环卫 环卫工 果皮箱 垃圾分类 厨余 泔水 垃圾中转站 中转站 垃圾山 垃圾袋 烟蒂 瓜子壳 口香糖 痰 吐痰 尿 屎 大小便 骚味 鸽子粪 鸟屎 鸟粪 羽毛 白蚁 马蜂 蜂窝 蚁 虫 虫子 蛇虫 蚊虫 跳蚤 蟑螂 消杀 消毒 灭鼠 灭蚊 打扫 清扫 清洗 拖地 保洁员 脏 黏脚 粘 灰尘厚 广告贴 牛皮癣 贴满 堆着 废品 旧家具 沙发 床垫 大件 建渣 装修袋 砂石 泥土 死水 绿水 腐烂 发臭 蛆 血 针头 花圈 纸钱 lj laji messy dirt mess stain sticky flies mosquito mosquitoes ants bees wasps termites mice litter trash_can bin_room ad_stickers stickers hallway_garbage junk',
  ],
  [
    'pets',
    'topic',
    2,
    '狗狗 小狗 大狗 恶犬 烈犬 犬只 养犬 养犬证 狗证 嘴套 狗链 牵引绳 牵绳 拴绳 狗主 遛 喵 猫咪 猫叫 发情 喂猫 喂狗 撸猫 鹦鹉 鸽子 公鸡 打鸣 鸡鸭 鹅 蛇 兔 猪 罗威纳 德牧 阿拉斯加 拉布拉多 萨摩耶 比熊 狼狗 土狗 藏獒 捕犬 收容 绝育 投毒 狗厕所 地雷 抬腿 捡屎 粪袋 汪 muzzle leash bark golden_retriever poop stray strays rooster chickens parrot pigeons snake',
  ],
  [
    'noise',
    'topic',
    2,
    '吵 闹 噪 响声 声响 动静 震动 震 抖 低频 嗡嗡 轰隆 咣当 哐当 哐 咚 砰砰 滴滴 喇叭声 鸣笛 按喇叭 炸街 改装车 摩托车 倒车 卸货 压缩机 冷库 水泵 泵房 风机 热泵 外机 空调外机 排风 排风扇 洗衣机 脱水 拍球 打球 篮球 跳绳 跑跳 跑来跑去 高跟鞋 拖椅子 弹琴 练琴 唱歌 唱戏 合唱 音箱 低音 音乐 喊麦 叫卖 划拳 喝酒 通宵 夜班 休息 午休 睡眠 睡觉 睡不 耳塞 分贝 隔音 装修时间 割草机 吹叶机 航线 飞机 轻轨 铁轨 火车 鞭炮 锣鼓 钻 钻孔 电钻 电锤 切割 锤 renovation hammering stomping footsteps bass speaker karaoke bar square_dance dancing honking horn barking_all_night snoring lawnmower sleep asleep midnight 6am 7am',
  ],
  [
    'pollution',
    'topic',
    2,
    '环保 环保局 环评 生态 空气 空气质量 pm2.5 pm10 雾霾 气味 味儿 味道 怪味 臭味 呛 熏 甲醛 油漆味 胶水味 塑料味 焦味 沥青 汽油味 柴油 尾气 烟 二手烟 抽烟 食烟 排放 偷排 排污 废水 废油 机油 黑臭水体 河道 河水 水体 护城河 养殖场 养猪场 屠宰 化工 皮革厂 农药厂 水泥厂 石灰窑 采石 选矿 尾矿 冶炼 焚烧厂 火化 喷漆房 洒水 渣土 渣土车 土方 尘土 粉尘 灰 裸土 覆盖 光污染 反光 辐射 电磁 基站 高压辐射 火锅店 烧烤店 早餐店 油烟机 烟囱 chimney burning_leaves cigarette secondhand_smoke dusty chemical stink smog fumes glue varnish',
  ],
  [
    'parking',
    'topic',
    2,
    '停 停放 停车证 停车卡 月卡 月租 临停 停车收费 停车难 泊车 泊位 泊 挪 挪车电话 挡道 堵车 堵住 堵门 出不去 出不来 让一下 车头 车尾 车屁股 车身 剐 刮 蹭 抬杆 杆 闸口 识别 识别不 车牌号 固定车位 产权车位 人防 人防车位 摇号 地桩 石墩 锥桶 路边停 占道 僵尸 面包车 suv 宝马 奔迪 奥迪 特斯拉 别克 房车 三轮 三轮车 单车 自行车 摩托 电驴 共享电动车 充电位 油车 电车位 车棚 非机动车 限时停车 罚单 贴条 拖车 交警 van audi tesla bmw byd suv plate spot spots garage blocked blocking_me driveway bike bikes motorbike tow carpark',
  ],
  [
    'greening',
    'topic',
    2,
    '园林 园林局 行道树 梧桐 香樟 樟树 银杏 柳树 榕树 桂花 广玉兰 月季 爬山虎 冬青 灌木丛 竹子 果树 树杈 树枝 枝条 枝丫 枝子 树根 树干 树荫 落叶 飘絮 柳絮 补种 种树 种草 移栽 迁移 砍 伐 锯 挖走 修枝 浇水 旱 虫害 农药 喷药 草籽 花 花盆 花池 花坛 绿道 公园 菜地 菜园 种地 起垄 圈地 圈占 院子 私家花园 草坪灯 branch branches grass flowers gardener lawn_mowing trim bushes vegetable_garden roots leaves',
  ],
  [
    'construction',
    'topic',
    2,
    '违搭 搭棚 彩钢 彩钢棚 铁皮 铁皮房 钢结构 阳光房 玻璃房 临建 棚子 加层 加高 夹层 挖地 酒窖 地下室开挖 凿 凿洞 凿墙 凿门 打洞 楼板 梁 柱 承重 承重柱 剪力墙 飘窗敲 敲墙 拆墙 打通 封窗 封露台 外扩 外挑 挑出 雨棚 铁栅栏 栅栏 圈起来 围起来 砌 砌墙 盖 盖房 建房 审批 规划许可 拆违 城管 执法 举报违建 装修备案 改结构 改格局 外立面 大棚房 屋面 平台 连廊 demolish demolishing wall extension glass_room rooftop_structure permit illegally_built basement_digging',
  ],
  [
    'rental',
    'topic',
    2,
    '出租 转租 租房 租住 短租 日租 民宿 公寓 酒店式公寓 青年公寓 宿舍 员工宿舍 隔间 隔断 劏 二房东 中介 房客 租客 流动人口 居住证 出租房 押金 密码锁 拖箱子 行李箱 轰趴 轰趴馆 棋牌室 麻将馆 按摩店 美容院 美甲 月子中心 托管班 小饭桌 培训班 补习班 直播间 工作室 仓库 外卖员 快递员住 公租房 廉租房 住宅改 经营 开店 营业 sublet sublets subletting bunk_beds hostel hotel_guests guests short_term short-term rental rentals roommates tenants agency',
  ],
  [
    'facility',
    'topic',
    2,
    '道路 马路 主路 小路 人行道 步道 盲道 路沿 路缘石 路基 路障 桥 护栏 栈道 天桥 地下通道 坑 大坑 塌 塌陷 凹陷 裂 掉皮 保温层 墙皮 涂料 砖 外墙砖 吊顶 天花 门 门框 门锁 合页 闭门器 防盗门 入户门 玻璃门 窗 窗框 纱窗 漏风 地坪 地板 空鼓 精装 精装修 毛坯 验房 验收 交付标准 样板 层高 楼间距 保修 质保 质量 开裂 减速带 凳子 椅子 座椅 石桌 篮球架 篮球筐 乒乓球台 单杠 健身 跑道 塑胶 沙坑 游乐 儿童设施 秋千链 泳池 游泳池 会所 活动室 图书馆 体育馆 文体中心 菜场 晾衣杆 晒衣 雨棚 快递柜 信箱 邮箱 指示牌 路牌 楼号牌 单元牌 地图 厕位 母婴室 卫生服务站 学校 幼儿园 小学 中学 配套 规划 沙盘 承诺 移交 开学 开园 无障碍坡道 坡 台阶 playground basketball hoop gym broken_glass ramp floor sidewalk pavement road hole holes step steps railing roof balcony_door mailboxes seat seats paint peeling handle hinge cracks tiles lobby_door sign kindergarten school pool',
  ],
  [
    'dispute',
    'topic',
    2,
    '物管 物业公司 物业经理 项目经理 前台 客服 管家 服务中心 管理处 态度 敷衍 糊弄 推脱 扯皮 不理 不回 没人接 打不通 挂电话 挂断 拉黑 踢出群 移出群 报修单 工单 已完成 走流程 走审批 退押金 装修押金 押金 保证金 违约金 退款 退费 退定金 团购费 购房合同 销售 售楼 售楼部 样板间 虚假 货不对板 减配 欺诈 套路 忽悠 抵押 网签 备案 产证 房本 停工 复工 资金监管 监管账户 延期 逾期 交楼 调解 协调 吵 骂 辱骂 骂街 造谣 推搡 动手 打人 威胁 报复 欺负 邻里 邻居家 对门 左邻 隔壁家 分摊 赔 赔钱 理赔 维权 起诉 法院 律师 仲裁 说法 道歉 refuses rude argue argued argument yelled deposit refund contract developer landlord property_company management_company nobody_answers ignored promised lawsuit',
  ],
  [
    'governance',
    'topic',
    2,
    '业主 业主代表 全体业主 业主群 楼栋长 楼长 监委会 筹备组 换届 选举 候选人 票 表决 票箱 签名 签字 联名 投票率 议事 议事规则 章程 公约 管理规约 招标 招投标 中标 评标 解聘 撤场 进场 新老物业 交接 收支 账 明细 财务 财报 审计 第三方审计 会计 报表 公维金 公基金 大修基金 专项维修资金 广告收入 广告位 租金 公共收入 分红 能耗费 公摊 分摊 清运费 涨价 调价 收费依据 发票 收据 欠费 减免 打折交费 预收 公告栏 公示栏 规定 文件 依据 法团 管委会 管理费 bill fee fees monthly_bill committee meeting minutes vote voting election budget audit transparent where_does_the_money invoice',
  ],
  [
    'care',
    'topic',
    2,
    '老人家 老太 老头 老爷子 老奶奶 阿婆 阿公 公公 婆婆 奶奶 爷爷 外婆 外公 姥姥 姥爷 老母亲 老父亲 八十 九十 七十多 高龄 失能 半失能 痴呆 老年痴呆 失忆 迷路 走丢 找不到家 瘫 偏瘫 卧床 轮椅 拐杖 拄拐 盲人 视障 听障 聋 哑 自闭症 脑瘫 精神病 抑郁 癌 肿瘤 尿毒症 透析 化疗 大病 重病 手术 救助 低保 特困 困难 贫困 补助 抚恤 烈属 失独 孤儿 留守 单亲 寡 丧偶 失业 下岗 托育 托管 课后 放学 接孩子 带娃 助老 助残 适老 养老院 日间照料 长护险 上门 探访 看望 照看 照料 关心 帮助 志愿 爱心 社工 网格员 残联 义工 儿童 小孩 小朋友 小姑娘 小男孩 婴儿 孕妇 产妇 产检 晕 抽搐 没呼吸 急救 救护车 120 中暑 落水 溺水 弃婴 走失 失踪 哭 饿 吃不上饭 没饭吃 家里没人 锁在家里 氧气 药 买药 取药 血压 心梗 中风 old_lady old_man grandma grandpa grandmother grandfather disabled wheelchair autistic lonely alone missing lost_child help_her ambulance cpr breathing fell subsidy kid kids_after_school elderly_people blind deaf',
  ],
  [
    'other',
    'topic',
    2,
    '公交 公交车 公交站 站台 班次 线路 地铁 地铁站 轻轨 高铁站 火车站 出租车 网约车 黑车 车站 机场 高速 高架 国道 省道 村道 乡道 修路 道路规划 道路施工 封路 绕行 断头路 交通 交通灯 信号灯 斑马线 限速 超速 大货车 拥堵 堵车 人行天桥 过街 右转 左转 掉头 导航 教育局 学区划分 招生 转学 学位 教师 老师 校车 校服 学费 补课 补习 培训机构 退费 中考 高考 大学 学生 学籍 早教 社保 医保 养老保险 养老金 退休 退休金 工伤 生育津贴 失业金 公积金 提取 缴存 个税 税 人才 人才补贴 购房补贴 引进 落户 户籍 户口 身份证 居住证 迁移 准生证 结婚证 营业执照 办证大厅 窗口 政务 政务服务 审批 补贴 补助发放 拆迁 征地 征收 补偿 安置 安置房 安置区 回迁 棚改 宅基地 土地 承包 确权 村委会 村干部 村民 村里 组 乡镇 农田 水渠 灌溉 庄稼 河道采砂 水库 卫生院 医院 门诊 挂号 疫苗 药店 报销 看病 12345 热线 信访 银行 贷款 信用 消费者 商家 卖家 售后 假货 保健品 彩票 预付卡 跑路 健身卡 快递 驿站 外卖 网络 宽带 光纤 电信 联通 移动 信号差 信号 有线电视 基站 工资 欠薪 拖欠工资 农民工 劳动合同 加班 单位 公司 就业 招聘 旅游 景区 文旅 演出 文化 体育 规划 城市规划 新区 开发区 地块 商圈 市场 夜市 摆摊 摊贩 小贩 共享单车 城管 执法 投资 营商 建议 政策 kuandai wifi internet network broadband bus bus_stop metro subway visa social_security tax hospital crossing traffic traffic_light residence_permit registration bank',
  ],
]
