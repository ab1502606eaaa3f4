import { ref } from 'vue'

/** The sentence in the page's polite live region. */
export const announcement = ref('')

/** Tells screen-reader users something that others see on the page. */
export function announce(sentence: string): void {
  announcement.value = sentence
}
