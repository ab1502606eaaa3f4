import type { Concept } from './statement.ts'

/** Zones of 公共场所 and 体育 venues on a plan; read by showsZone. */
export const VENUE_ZONES: readonly Concept[] = [
  {
    name: '公共用品清洗消毒',
    says: ['清洗消毒', '消毒间', '洗消间', '洗消', '消毒区', '杯具消毒', '毛巾消毒', '洗消室', '消毒室'],
    not: ['洗手消毒', '浸脚消毒', '强制淋浴消毒'],
    wider: [{ words: ['清洗间', '洗涤间', '工作间', '洗衣房'], answer: null, whole: true }],
  },
  {
    name: '布草间',
    alias: ['布草'],
    says: ['布草', '棉织品', '床品', '洁品间', '被服间', '储物间(布草)'],
    wider: [{ words: ['储物间', '储藏间', '工作间', '库房', '仓库'], answer: null, whole: true }],
  },
  {
    name: '淋浴',
    alias: ['淋浴间', '淋浴区'],
    says: ['淋浴', '冲淋', '沐浴区', '浴区', '洗浴区', '湿区'],
    not: ['淋浴消毒'],
  },
  {
    name: '公共卫生间',
    alias: ['卫生间', '厕所'],
    says: ['卫生间', '厕所', '洗手间', '盥洗', 'WC', 'wc'],
  },
  {
    name: '通风排气',
    alias: ['通风', '排气'],
    says: ['通风', '排风', '排气', '换气', '新风', '进风', '回风', '送风'],
  },
]
