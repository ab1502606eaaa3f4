import { ref, watchEffect } from 'vue'

/** Text sizes of 长辈版 in px. */
export const ELDER_SIZES = [20, 24, 30] as const
export type ElderSize = (typeof ELDER_SIZES)[number]

const KEY = 'firstpass.elder'

function remembered(): ElderSize | null {
  try {
    const size = Number(localStorage.getItem(KEY))
    return ELDER_SIZES.find((known) => known === size) ?? null
  } catch {
    return null // storage switched off
  }
}

/** Text size of 长辈版, or null when it is off. */
export const elder = ref<ElderSize | null>(null)

/** True from 1000 px on, where the viewer has its own column. */
export const wide = ref(false)

/** Applies the remembered 长辈版 and follows the window's width; called once at start. */
export function applyDisplay(): void {
  elder.value = remembered()
  watchEffect(() => {
    const size = elder.value
    if (size) document.documentElement.dataset.elder = String(size)
    else delete document.documentElement.dataset.elder
    try {
      if (size) localStorage.setItem(KEY, String(size))
      else localStorage.removeItem(KEY)
    } catch {
      // storage switched off: the choice holds for this visit
    }
  })
  const query = matchMedia('(min-width: 1000px)')
  wide.value = query.matches
  query.addEventListener('change', () => {
    wide.value = query.matches
  })
}
