/** What a Chinese statement says about one thing: yes, no, or not clear (a person decides). */
export interface Statement {
  answer: boolean | null
  /** The deciding words as written; empty when there are none. */
  found: string
  /** One Chinese sentence. */
  why: string
}

/** Words for one thing. Phrases are plain text; only `shape` is a pattern. */
export interface Concept {
  name: string
  /** Other names by which rules may ask for it. */
  alias?: readonly string[]
  /** Phrases that say it outright. */
  says: readonly string[]
  /** Or a word of each list in one sentence: 销售 … 食品. */
  together?: readonly [readonly string[], readonly string[]]
  /** A shape no list of phrases holds: 被…撞, 派遣 … 126人. Counts as one phrase; `not` has no say over it. */
  shape?: RegExp
  /** Wider phrases and what they come to; `whole`: only when an item says nothing else. */
  wider?: readonly { words: readonly string[]; answer: boolean | null; whole?: true }[]
  /** Longer words that hold a phrase and mean something else. */
  not?: readonly string[]
  /** Words that narrow the item they stand in, and what is then left. */
  limits?: readonly { words: readonly string[]; answer: boolean | null }[]
  /** Phrases for which one misread character is worth a person's look. */
  noisy?: readonly string[]
}
