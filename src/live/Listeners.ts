// Who hears what happens is somebody else's program: what it throws is told, and ends nothing of the party's.
import * as Schema from "effect/Schema"
import type * as Event from "./Event.ts"
import * as Repeats from "./Repeats.ts"

/** A listener that never throws; what it would have thrown, or its promise rejects with, is for `failed`. */
export const careful =
  <E extends { readonly _tag: string }>(
    listener: (event: E) => unknown,
    failed: (why: ListenerFailed) => void,
  ): ((event: E) => void) =>
  (event) => {
    const fail = (cause: unknown): void =>
      failed(
        new ListenerFailed({
          event: event._tag,
          reason: cause instanceof Error ? cause.message : String(cause),
        }),
      )
    try {
      const answer = listener(event)
      if (answer instanceof Promise) answer.catch(fail)
    } catch (cause) {
      fail(cause)
    }
  }

/**
 * Tells each event to all listeners. That one of them has failed is `Trouble` for all, once; who fails at that too is let be.
 *
 * @example
 * const heard = Listeners.telling([console.log])
 */
export const telling = (
  listeners: Iterable<(event: Event.Event) => unknown>,
): ((event: Event.Event) => void) => {
  const tell = (event: Event.Event, failed: (why: ListenerFailed) => void): void => {
    for (const listener of listeners) careful(listener, failed)(event)
  }
  const trouble = Repeats.quiet((message) => tell({ _tag: "Trouble", message }, () => {}))
  return (event) => tell(event, trouble)
}

/** Whoever listens has a mistake. */
export class ListenerFailed extends Schema.TaggedError<ListenerFailed>()("ListenerFailed", {
  event: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `a listener failed at the event ${this.event} (${this.reason}): mend it; nothing else is stopped by it`
  }
}
