/** Common family names of one character. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温常康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'

/** Family names of two characters. */
export const doubleSurnames = '欧阳|司马|诸葛|上官|司徒|东方|独孤|南宫|皇甫|尉迟|公孙|慕容|夏侯|令狐|端木|澹台'

/** What follows a family name, with or without a given name between: 王师傅, 李建国主任, 张阿姨. */
export const longTitles =
  '师傅|先生|女士|小姐|太太|夫人|阿姨|叔叔|伯伯|大爷|大妈|大姐|大哥|大叔|大婶|奶奶|爷爷|婆婆|老太太|老太|老头|老人家|老师|老板|医生|大夫|护士|警官|书记|主任|经理|队长|组长|楼长|站长|所长|院长|科长|处长|局长|会长|委员|网格员|同志|同学|某某|某'

/** Titles of one character, which need the bare family name in front: 张工, 陈姐. */
export const shortTitles = '工总姐哥叔婶嫂伯姨'
