/** What the form's own choices may be, by key; the words of all scenarios together. */
export const CHOICES: Readonly<Record<string, string>> = {
  lrep_idtype: '居民身份证|港澳居民来往内地通行证|台湾居民来往大陆通行证|护照|外国人永久居留身份证|其他',
  prem_own: '自有|租赁|无偿使用',
  fd_type: '食品销售经营者|餐饮服务经营者|集中用餐单位食堂',
  fd_items:
    '预包装食品销售|预包装食品销售（含冷藏冷冻食品）|散装食品销售|散装食品销售（含冷藏冷冻食品）|散装食品销售（含散装熟食）|自动售货设备销售|热食类食品制售|冷食类食品制售|生食类食品制售|糕点类食品制售|糕点类食品制售（含裱花蛋糕）|半成品制售|自制饮品制售|食品经营管理',
  fd_chain: '否|连锁|中央厨房|集体用餐配送|食品经营管理',
  fd_deliver: '窗口领取|邮寄',
  chg_item:
    '经营者名称|法定代表人（负责人）|住所|主体业态|经营项目|布局流程和主要设备设施|食品安全管理人员|经营场所（门牌重编）|经营场所（搬迁）|经营种类|销售方式|注销备案|经营范围|经营方式|许可项目|名称|清洗车位|清洗工艺|排水口|经营场所|经营主体（转让）|其他|改建扩建|计算机数量|企业名称|企业负责人|库房地址|注册地址|质量负责人|经营者|组成形式|资金数额|从业人数|联系电话|注册资本|股东|董事、监事、经理|联络员|机构名称|主要负责人|地址|诊疗科目|居住地址|居住事由|就业（就读）单位|业务范围|开办资金|业务主管单位',
  lost_reason: '遗失|损坏',
  cn_reason:
    '停止经营|主体注销|经营场所搬迁|其他|不再经营|经营者死亡|转为企业|决议解散|营业期限届满|合并或者分立|完成宗旨|理事会决议解散',
  yb_kind: '预包装食品|保健食品|特殊医学用途配方食品|婴幼儿配方乳粉|其他婴幼儿配方食品|散装食品|现场制售食品',
  yb_mode: '实体门店|网络|自动售货',
  pb_scope: '图书|报纸|期刊|音像制品|电子出版物|出版物批发|中小学教科书发行',
  pb_mode: '实体|网络|实体兼网络',
  pr_kind: '出版物印刷|包装装潢印刷品印刷|其他印刷品印刷|打字复印',
  hy_type:
    '住宿场所|沐浴场所|美容美发场所|文化娱乐场所|游泳场所|体育场馆|展览馆、博物馆、图书馆|商场、书店|候诊室、候车（机、船）室|饭馆、咖啡馆、酒吧、茶座|其他',
  hy_item:
    '住宿|沐浴|足浴|生活美容|美发|游泳|电影放映|歌舞娱乐|游艺娱乐|体育场馆|商场书店|展览馆|候车室|医疗美容|母婴保健',
  hy_disinf: '自行清洗消毒|外送清洗消毒|没有公共用品用具',
  nc_zone: '重点区域|一般区域',
  nc_proc: '不可中断混凝土浇捣|深基坑开挖|钻孔灌注桩成孔|特殊情况拆除|其他',
  cw_type: '人工清洗|自动清洗|高压水枪清洗|蒸汽清洗',
  ws_kind: '工程渣土|工程泥浆|工程垃圾|拆房垃圾|装修垃圾',
  rd_use: '机动车|非机动车|人行',
  oc_use: '建设工程施工|沿街建筑维修|经批准的重大活动|管线敷设|抢修|其他',
  tr_scope: '普通货运|货物专用运输（集装箱）|货物专用运输（冷藏保鲜）|货物专用运输（罐式容器）|大型物件运输',
  en_kind: '歌舞娱乐场所|游艺娱乐场所',
  sp_item: '游泳|高山滑雪、自由式滑雪、单板滑雪|潜水|攀岩|造浪池戏水|婴幼儿水育|其他',
  md_mode: '批发|零售|批零兼营',
  m3_mode: '批发|零售|批零兼营',
  dr_scope:
    '处方药|甲类非处方药|乙类非处方药|中药饮片|中成药|化学药|生物制品（冷藏）|冷藏药品|第二类精神药品|医疗用毒性药品|麻醉药品|第一类精神药品|放射性药品|疫苗|药品类易制毒化学品|终止妊娠药品|蛋白同化制剂|肽类激素',
  dr_type: '处方药和非处方药|非处方药|仅乙类非处方药',
  tz_kind: '锅炉|压力容器|压力管道|电梯|起重机械|客运索道|大型游乐设施|场（厂）内专用机动车辆',
  gt_form: '个人经营|家庭经营',
  cl_dept:
    '全科医疗科|内科|外科|妇科专业|儿科|眼科|耳鼻咽喉科|口腔科|皮肤科|精神科|康复医学科|中医科|中西医结合科|医疗美容科|血液透析室|产科专业|介入治疗',
  p_sex: '男|女',
  nu_health: '合格|不合格',
  nu_photo: '用身份证照片|另交照片',
  aw_kind:
    '自然科学奖特等奖|自然科学奖一等奖|自然科学奖二等奖|自然科学奖三等奖|技术发明奖特等奖|技术发明奖一等奖|技术发明奖二等奖|技术发明奖三等奖|科技进步奖特等奖|科技进步奖一等奖|科技进步奖二等奖|科技进步奖三等奖|科学技术普及奖一等奖|科学技术普及奖二等奖|科学技术普及奖三等奖|科技功臣奖|青年科技杰出贡献奖|国际科学技术合作奖',
  in_stage: '立项|验收',
  hi_first: '首次认定|重新认定',
  hr_items:
    '为劳动者介绍用人单位|为用人单位和居民家庭推荐劳动者|开展网络招聘服务|开展高级人才寻访服务|组织开展现场招聘会',
  hs_kind:
    '不定时工作制|综合计算工时工作制（周）|综合计算工时工作制（月）|综合计算工时工作制（季）|综合计算工时工作制（年）',
  hs_cons: '职工签字|工会决议|劳动合同|集体合同',
  un_edu: '研究生|大学本科|大学专科|中专（技校）|高中|初中|小学|其他',
  fm_marr: '未婚|已婚|离婚|丧偶',
  jd_kind: '大龄失业人员|最低生活保障家庭成员|残疾人|长期失业人员|零就业家庭成员|其他',
  lh_type: '自由职业|非全日制就业|平台就业|家庭服务|个体零星经营|其他',
  ct_founder: '高校毕业生|失业人员|退役军人|残疾人|返沪留学人员|其他创业者',
  sq_kind: '支内回沪退休人员|支疆支边回沪退休人员|其他外省市退休回沪人员|遗属|其他',
  sq_type: '门急诊大病|住院',
  ls_reason: '未持卡就医|异地急诊|急诊抢救|异地就医未直接结算|系统故障未能刷卡|其他',
  ls_way: '门急诊|住院',
  yd_type: '异地长期居住|临时外出就医|异地转诊',
  hq_photo: '用身份证照片|现场拍照',
  sy_type: '顺产|难产|多胞胎|多胞胎（难产）|流产|计划生育手术',
  ce_reason: '遗失|被盗|信息有误更正|变更父母信息|证件损毁|其他',
  zc_kind: '老年人个人|社区长者食堂|老年助餐点|单位食堂|社会餐饮企业',
  lj_seg: '65至69周岁|70至79周岁|80至89周岁|90至99周岁|100周岁及以上',
  lj_kind: '首次申领|卡变更',
  ch_type: '首次评估|期末评估|状态变化评估|复核评估',
  ch_rel: '配偶|子女|父母|兄弟姐妹|孙子女外孙子女|其他',
  cj_class:
    '视力一级|视力二级|视力三级|视力四级|听力一级|听力二级|听力三级|听力四级|言语一级|言语二级|言语三级|言语四级|肢体一级|肢体二级|肢体三级|肢体四级|智力一级|智力二级|智力三级|智力四级|精神一级|精神二级|精神三级|精神四级|多重一级|多重二级|多重三级|多重四级',
  cj_apply: '困难残疾人生活补贴|重度残疾人护理补贴',
  db_reason: '疾病|残疾|失业|年老|就学|单亲抚养|其他',
  jz_type: '就业|居住|就读',
}

/** Keys that hold a 公民身份号码. */
export const IDENTITY: ReadonlySet<string> = new Set('ag_idno fd_mgrid gt_opid p_idno mf2_lrepid'.split(' '))

/** Keys that hold a telephone number. */
export const PHONES: ReadonlySet<string> = new Set('lrep_tel ag_tel gt_tel p_tel bd_tel'.split(' '))

/** Keys that hold a date. */
export const DATES: ReadonlySet<string> = new Set(
  'prem_lease_end chg_date rn_end lost_date nc_start nc_end nc_prevend cw_open cw_enddate tz_used gt_move p_birth in_paid hi_date un_end ui_reg ct_open mf_date sy_date bd_preg jz_start mf2_liqdate'.split(
    ' ',
  ),
)

/** Keys that hold two dates. */
export const RANGES: ReadonlySet<string> = new Set('ws_period oc_period hs_period gh_period yd_start'.split(' '))

/** Keys that hold a number or an amount, never below zero. */
export const FIGURES: ReadonlySet<string> = new Set(
  'prem_area fd_procarea fd_dinearea fd_staffn fd_years fd_people pb_area pb_staff pr_area hy_area hy_seats hy_staff nc_days nc_month nc_qty cw_bays cw_area cw_staff ws_qty rd_width rd_num oc_len ib_area ib_pc ib_capital en_area sp_pool sp_wall dr_area gt_cap gt_staff gs_cap cl_area fd_amount fd_apply fd_year aw_rank aw_year in_due in_staff in_college in_rdn in_rev in_rd gi_rd gi_rev gi_staff gi_rdn gi_ip dp_cap dp_place hr_place ui_years ui_months lh_month ct_rent ct_paid mf_total mf_cnt mf_self sq_need gh_days gh_self zd_amount ls_apply sy_weeks sy_base sy_days bd_cnt zc_cap zc_price zc_served ec_income mf2_money mf2_source mf2_staff'.split(
    ' ',
  ),
)

/** Keys that hold a person's name. */
export const NAMES: ReadonlySet<string> = new Set(
  'lrep_name ag_name fd_mgr fd_director md_head m3_head dr_head dr_qa gt_op gs_lrep cl_head p_name ch_agent mf2_lrep'.split(
    ' ',
  ),
)
