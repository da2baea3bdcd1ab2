// Bytes and their hexadecimal spelling, without `Buffer`, because this folder runs in a browser too.
// PERF: signatures, calldata and digests pass through here by the ten thousand a second: tables, no regular expressions.

const nibble = new Uint8Array(128).fill(255)
for (let digit = 0; digit < 16; digit++) {
  const text = digit.toString(16)
  nibble[text.charCodeAt(0)] = digit
  nibble[text.toUpperCase().charCodeAt(0)] = digit
}
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))

/**
 * The lower-case hexadecimal of bytes, with `0x`.
 *
 * @example
 * Hex.fromBytes(new Uint8Array([1, 255])) // "0x01ff"
 */
export const fromBytes = (bytes: Uint8Array): `0x${string}` => `0x${bare(bytes)}`

/** The same without `0x`, for callers that join pieces. */
export const bare = (bytes: Uint8Array): string => {
  let text = ""
  for (let at = 0; at < bytes.length; at++) text += pairs[bytes[at]!]
  return text
}

/** Whether the text is `0x` and an even number of hexadecimal digits; of `size` bytes when that is given. */
export const isHex = (text: string, size?: number): boolean => {
  if (!text.startsWith("0x") || text.length % 2 !== 0) return false
  if (size !== undefined && text.length !== 2 + 2 * size) return false
  for (let at = 2; at < text.length; at++) if (digitAt(text, at) === 255) return false
  return true
}

/**
 * The bytes of a text with `0x`, in any case.
 *
 * @throws RangeError when the text is no hexadecimal: decide with `isHex` first where it comes from outside.
 * @example
 * Hex.toBytes("0x01ff") // Uint8Array [1, 255]
 */
export const toBytes = (text: string): Uint8Array<ArrayBuffer> => {
  if (!text.startsWith("0x") || text.length % 2 !== 0)
    throw new RangeError(`not hexadecimal: ${text}`)
  const bytes = new Uint8Array((text.length - 2) / 2)
  writeBytes(bytes, 0, text)
  return bytes
}

/** Writes the bytes of a text with `0x` at an offset. @throws RangeError when it is not hexadecimal. */
export const writeBytes = (into: Uint8Array, offset: number, text: string): void => {
  let target = offset
  for (let at = 2; at < text.length; at += 2) {
    const high = digitAt(text, at)
    const low = digitAt(text, at + 1)
    if ((high | low) > 15) throw new RangeError(`not hexadecimal: ${text}`)
    into[target++] = (high << 4) | low
  }
}

const digitAt = (text: string, at: number): number => nibble[text.charCodeAt(at)] ?? 255

/** The number that big-endian bytes spell. */
export const toBigInt = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(fromBytes(bytes))

/** `a || b || …`. */
export const concat = (...parts: ReadonlyArray<Uint8Array>): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}

/** Whether two byte strings are the same. */
export const equal = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
