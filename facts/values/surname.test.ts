import { expect, test } from 'vitest'
import { hasUsualSurname } from './surname.ts'

test('usual surnames of one and two characters are told from what is hardly one', () => {
  for (const name of ['王小满', '郝慧', '欧阳娜', '诸葛波', '夏侯文婷', '于玲妍'])
    expect(hasUsualSurname(name), name).toBe(true)
  for (const name of ['都慧', '干玲妍', '泰伟强', '复伟栋', '酒店管理', '悦晶'])
    expect(hasUsualSurname(name), name).toBe(false)
})

test('names of another make are not judged', () => {
  for (const name of ['阿依古丽·买买提', 'John Smith', '阿', '都慧等三人共同'])
    expect(hasUsualSurname(name), name).toBe(true)
})
