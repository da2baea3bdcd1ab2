// The frames of the pair channel and their bytes: four bytes of length, then so many of JSON (IPSX-PCH-010). Whatever
// arrives is foreign: a frame is decoded strictly, or refused with a name, and a reader never holds more than one.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Address } from "../model/Address.ts"
import { Count } from "../model/Deal.ts"
import { Id } from "../model/Id.ts"
import * as Letter from "./Letter.ts"

/** The version of this wire format. */
export const version = 1

/** The most bytes of one frame, without its length (IPSX-PCH-010). */
export const bytesMax = 16_384

const Role = Schema.Literals([0, 1])

/**
 * Hello and Proof introduce both ends; Post carries a letter under its number; `ack` is the number of the last letter
 * that its sender has in lasting storage; Beat is a sign of life; Bye says why the connection ends.
 */
export const Frame = Schema.TaggedUnion({
  Hello: {
    version: Schema.Int,
    chainId: Count,
    centralizer: Address,
    channel: Id,
    role: Role,
    address: Address,
    nonce: Id,
  },
  Proof: { signature: Letter.Signature, received: Count },
  Post: { seq: Count, ack: Count, letter: Letter.Letter },
  Ack: { ack: Count },
  Beat: { ack: Count },
  Bye: { reason: Schema.String.pipe(Schema.check(Schema.isMaxLength(200))) },
})
export type Frame = typeof Frame.Type
export type Tag = Frame["_tag"]
export type Of<T extends Tag> = Extract<Frame, { readonly _tag: T }>

const toJson = Schema.encodeSync(Frame)
const fromJson = Schema.decodeUnknownResult(Frame, { onExcessProperty: "error" })

/**
 * A frame as it travels.
 *
 * @example
 * socket.write(Frame.encode({ _tag: "Beat", ack: 7 }))
 * @throws RangeError when it is too long: a sender checks its letters before it numbers them.
 */
export const encode = (frame: Frame): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(toJson(frame)))
  if (json.length > bytesMax) throw new RangeError(`a frame of ${json.length} bytes`)
  const bytes = new Uint8Array(4 + json.length)
  new DataView(bytes.buffer).setUint32(0, json.length)
  bytes.set(json, 4)
  return bytes
}

/** The bytes of the frame that a letter travels in, under the longest number. */
export const size = (letter: Letter.Letter): number => {
  const { MAX_SAFE_INTEGER: most } = Number
  const frame = toJson({ _tag: "Post", seq: most, ack: most, letter })
  return new TextEncoder().encode(JSON.stringify(frame)).length
}

/** Whether a letter fits a frame under any number. */
export const fits = (letter: Letter.Letter): boolean => size(letter) <= bytesMax

const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** The frame that JSON bytes spell, without their length. */
export const decode = (json: Uint8Array): Result.Result<Frame, MalformedFrame> => {
  try {
    const decoded = fromJson(JSON.parse(text.decode(json)))
    if (Result.isSuccess(decoded)) return Result.succeed(decoded.success)
    const [first] = decoded.failure.message.split("\n")
    return Result.fail(new MalformedFrame({ reason: first!.slice(0, 200) }))
  } catch (cause) {
    return Result.fail(new MalformedFrame({ reason: (cause as Error).message.slice(0, 200) }))
  }
}

/** Cuts a stream of bytes into frames; holds at most one unfinished frame. */
export interface Reader {
  readonly head: Uint8Array
  filled: number
  body: Uint8Array | undefined
}

export const reader = (): Reader => ({ head: new Uint8Array(4), filled: 0, body: undefined })

/**
 * Takes what has arrived and gives the frames that it completes to `take`, until that returns false. After a failure
 * the stream is of no more use.
 *
 * @example
 * Frame.read(reader, chunk, (frame) => handle(frame))
 */
export const read = (
  reader: Reader,
  chunk: Uint8Array,
  take: (frame: Frame) => boolean,
): Result.Result<void, FrameError> => {
  let at = 0
  while (at < chunk.length) {
    const into = reader.body ?? reader.head
    const part = chunk.subarray(at, at + into.length - reader.filled)
    into.set(part, reader.filled)
    at += part.length
    reader.filled += part.length
    if (reader.filled < into.length) break
    reader.filled = 0
    if (reader.body === undefined) {
      const length = new DataView(reader.head.buffer).getUint32(0)
      if (length > bytesMax) return Result.fail(new FrameTooLong({ bytes: length, bytesMax }))
      if (length === 0) return Result.fail(new MalformedFrame({ reason: "an empty frame" }))
      reader.body = new Uint8Array(length)
    } else {
      const frame = decode(reader.body)
      reader.body = undefined
      if (Result.isFailure(frame)) return Result.fail(frame.failure)
      if (!take(frame.success)) break
    }
  }
  return Result.succeed(undefined)
}

export type FrameError = MalformedFrame | FrameTooLong

/** Bytes that are no frame of this version. */
export class MalformedFrame extends Schema.TaggedError<MalformedFrame>()("MalformedFrame", {
  reason: Schema.String,
}) {
  override get message(): string {
    return `the partner sent what is no message of this protocol: ${this.reason}`
  }
}

export class FrameTooLong extends Schema.TaggedError<FrameTooLong>()("FrameTooLong", {
  bytes: Schema.Number,
  bytesMax: Schema.Number,
}) {
  override get message(): string {
    return `the partner sent a message of ${this.bytes} bytes, the most is ${this.bytesMax}`
  }
}
