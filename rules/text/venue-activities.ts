import type { Concept } from './statement.ts'

const BRANCH = { words: ['限分支机构', '限分公司', '分支机构经营'], answer: null }
/** A trade named with these is about the trade, not the trade itself: 酒店管理, 美容仪器销售. */
const about = (...trades: string[]) =>
  trades.flatMap((trade) =>
    [
      ...['管理', '咨询', '用品', '设备', '器材', '仪器', '培训', '策划', '技术', '工程', '设施', '机械', '耗材'],
      ...['产品', '器具', '工具', '用具', '化妆品', '护理品'],
    ].map((word) => `${trade}${word}`),
  )

/** What a 经营范围 says of 出版物, 印刷, 公共场所, 文化 and 体育 trades; read by coversActivity. */
export const VENUE_ACTIVITIES: readonly Concept[] = [
  {
    name: '出版物零售',
    alias: ['出版物经营'],
    says: ['出版物零售', '出版物的零售', '出版物销售', '出版物互联网销售', '图书报刊零售', '书报刊零售'],
    shape: /出版物(?:\([^)]*\))?的?(?:批发[兼与和及、]*)?(?:零售|销售)/gu,
    limits: [BRANCH],
    // 图书零售 names one kind, 批发 another way: whether it will do is for a person.
    wider: [
      { words: ['图书零售', '报刊零售', '音像制品零售', '出版物经营', '出版物批发', '出版物发行'], answer: null },
    ],
    noisy: ['出版物零售'],
  },
  {
    name: '印刷',
    alias: ['印刷经营'],
    says: ['印刷品印刷', '印刷经营', '出版物印刷', '包装装潢印刷', '其他印刷品', '排版、制版', '数字印刷'],
    not: [...about('印刷'), '印刷品销售', '印刷机', '印刷材料', '3D打印'],
    limits: [BRANCH],
    wider: [{ words: ['印刷', '打字复印', '图文制作'], answer: null }],
  },
  {
    name: '住宿',
    alias: ['住宿服务', '住宿场所'],
    says: ['住宿', '旅馆', '宾馆', '招待所', '民宿', '客房', '酒店经营', '旅店'],
    not: [...about('住宿', '酒店', '宾馆', '旅馆', '民宿')],
    limits: [BRANCH],
    wider: [{ words: ['酒店'], answer: null }],
  },
  {
    name: '沐浴',
    alias: ['沐浴场所', '洗浴', '洗浴服务'],
    says: ['沐浴', '洗浴', '浴室', '浴场', '浴池', '桑拿', '汗蒸'],
    not: [...about('沐浴', '洗浴', '浴室'), '沐浴露', '沐浴液', '淋浴房'],
    limits: [BRANCH],
  },
  {
    name: '足浴',
    alias: ['足浴服务'],
    says: ['足浴', '足疗', '洗脚', '沐足'],
    not: [...about('足浴'), '足浴盆', '足浴桶', '足浴粉'],
    limits: [BRANCH],
    wider: [{ words: ['保健按摩', '洗浴服务', '足部保健'], answer: null }],
  },
  {
    name: '生活美容',
    alias: ['美容', '美容服务'],
    says: ['美容'],
    not: [
      ...about('美容', '美容美发', '美容、美发', '美容美体', '美容化妆'),
      '医疗美容',
      '宠物美容',
      '汽车美容',
      '非医疗美容',
      '美容产品',
    ],
    limits: [BRANCH],
  },
  {
    name: '美发',
    alias: ['理发', '理发服务', '美发服务'],
    says: ['美发', '理发', '发型设计', '烫发', '染发'],
    not: [...about('美发', '理发', '美发美容', '美发、美容'), '美发饰品'],
    limits: [BRANCH],
    wider: [{ words: ['美容'], answer: null }],
  },
  {
    name: '医疗美容',
    says: ['医疗美容', '整形外科', '美容外科', '医学美容', '微整形'],
    not: ['非医疗美容', ...about('医疗美容')],
  },
  {
    name: '母婴保健',
    says: ['母婴保健', '母婴护理', '月子中心', '母婴生活护理', '产后护理', '产后康复'],
    not: [...about('母婴保健', '母婴护理')],
  },
  {
    name: '游泳',
    alias: ['游泳场所'],
    says: ['游泳', '泳池', '泳馆'],
    not: [...about('游泳', '泳池'), '游泳衣', '游泳圈', '游泳镜'],
    limits: [BRANCH],
    wider: [{ words: ['高危险性体育', '体育场馆', '体育运动项目'], answer: null }],
  },
  {
    name: '电影放映',
    alias: ['影剧院'],
    says: ['电影放映', '影剧院', '影院', '剧场', '录像放映', '音乐厅'],
    not: [...about('影院', '剧场', '电影放映'), '家庭影院'],
    limits: [BRANCH],
  },
  {
    name: '歌舞娱乐',
    alias: ['歌舞厅', '歌舞娱乐活动'],
    says: ['歌舞', '卡拉OK', 'KTV', '舞厅', '卡拉ok', 'ktv'],
    not: [...about('歌舞厅', 'KTV', 'ktv'), '游艺娱乐活动', '游艺娱乐服务'],
    limits: [BRANCH],
    wider: [{ words: ['娱乐场所', '娱乐活动', '娱乐服务'], answer: null }],
  },
  {
    name: '游艺娱乐',
    alias: ['游艺厅', '游艺娱乐活动'],
    says: ['游艺', '电子游戏厅', '电玩城'],
    not: [...about('游艺', '游艺机'), '游艺机销售', '游艺用品', '歌舞娱乐活动', '歌舞娱乐服务'],
    limits: [BRANCH],
    wider: [{ words: ['娱乐场所', '娱乐活动', '娱乐服务'], answer: null }],
  },
  {
    name: '互联网上网服务',
    alias: ['互联网上网'],
    says: ['互联网上网服务', '互联网上网', '上网服务', '网吧'],
    not: [...about('互联网上网', '网吧')],
    limits: [BRANCH],
  },
  {
    name: '高危险性体育',
    alias: ['高危险性体育运动'],
    says: ['高危险性体育', '游泳', '泳池', '潜水', '攀岩', '滑雪'],
    // 健身休闲活动 in the directory of scopes leaves the dangerous sports out.
    not: [...about('游泳', '泳池', '潜水', '攀岩', '滑雪'), '游泳衣', '攀岩墙销售', '健身休闲活动'],
    limits: [BRANCH],
    wider: [{ words: ['体育场馆', '体育运动', '健身'], answer: null }],
  },
  {
    name: '商场书店',
    alias: ['商场', '书店'],
    says: ['商场', '超市', '百货', '书店', '出版物零售', '购物中心', '商业综合体'],
    not: [...about('商场')],
    limits: [BRANCH],
  },
  {
    name: '体育场馆',
    says: ['体育场馆', '体育馆', '健身', '体育场'],
    not: [...about('体育', '健身')],
    limits: [BRANCH],
  },
  {
    name: '展览馆',
    alias: ['展览'],
    says: ['展览馆', '博物馆', '美术馆', '图书馆', '陈列馆'],
    not: [...about('展览'), '展览展示设备'],
    limits: [BRANCH],
    // 会议及展览服务 organises fairs elsewhere as often as it runs a hall.
    wider: [{ words: ['展览', '文化场馆'], answer: null }],
  },
  {
    name: '候车室',
    alias: ['候车', '候诊室', '候诊室、候车（机、船）室'],
    says: ['客运站', '候车', '候船', '候机', '站场服务', '医疗服务', '诊疗', '医院'],
    limits: [BRANCH],
    wider: [{ words: ['客运', '旅客运输', '港口'], answer: null }],
  },
]
