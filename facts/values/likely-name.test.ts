import { expect, test } from 'vitest'
import { isLikelyName } from './likely-name.ts'

test('usual surnames of one and two characters are told from what is hardly one', () => {
  for (const name of ['王小满', '郝慧', '欧阳娜', '诸葛波', '夏侯文婷', '于玲妍'])
    expect(isLikelyName(name), name).toBe(true)
  for (const name of ['都慧', '干玲妍', '泰伟强', '复伟栋', '酒店管理', '悦晶'])
    expect(isLikelyName(name), name).toBe(false)
})

test('a character that nobody gives a child is a misread one', () => {
  for (const name of ['钟霞哗', '白墓国']) expect(isLikelyName(name), name).toBe(false)
  for (const name of ['钟霞晔', '白堃国']) expect(isLikelyName(name), name).toBe(true)
})

test('names of another make are not judged', () => {
  for (const name of ['阿依古丽·买买提', 'John Smith', '阿', '都慧等三人共同'])
    expect(isLikelyName(name), name).toBe(true)
})
