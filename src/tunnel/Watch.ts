// The state of a session, and everybody who follows it.
import * as Effect from "effect/Effect"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import type { State } from "./Tunnel.ts"

export class Watch {
  #state: State
  readonly #followers = new Set<(state: State) => void>()

  constructor(state: State) {
    this.#state = state
  }

  get state(): State {
    return this.#state
  }

  /** `down` is the end: nothing follows it. */
  set(state: State): void {
    if (state === this.#state || this.#state === "down") return
    this.#state = state
    for (const follower of this.#followers) follower(state)
  }

  follow(follower: (state: State) => void): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }

  /** The present state and all that follow; a reader that lags sees the latest 64. */
  get stream(): Stream.Stream<State> {
    return Stream.callback<State>(
      (queue) =>
        Effect.acquireRelease(
          Effect.sync(() => {
            const tell = (state: State): void => {
              Queue.offerUnsafe(queue, state)
              if (state === "down") Queue.endUnsafe(queue)
            }
            const unfollow = this.follow(tell)
            tell(this.#state)
            return unfollow
          }),
          (unfollow) => Effect.sync(unfollow),
        ),
      { bufferSize: 64, strategy: "sliding" },
    )
  }
}
