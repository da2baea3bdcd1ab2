// keccak-256 in WebAssembly: the same digests as the pure one in a tenth of the time, because the permutation works on
// 64-bit lanes, which JavaScript has to split. The module is assembled here, so that what runs can be read; it needs
// no package and works wherever WebAssembly does. The pure function stays the checked reference.

/** Bytes that one permutation absorbs. */
const rate = 136
const page = 65_536
// Where things lie in the memory: the digest, the round constants, the input.
const constantsAt = 64
const inputAt = 512

/**
 * A keccak-256 of its own memory, or undefined where there is no WebAssembly.
 *
 * @example
 * const keccak = Keccak.load() ?? noble.keccak
 * keccak(new Uint8Array([1, 2, 3])) // 32 bytes
 */
export const load = (): ((bytes: Uint8Array) => Uint8Array) | undefined => {
  const wasm = (globalThis as { readonly WebAssembly?: Wasm }).WebAssembly
  if (wasm === undefined) return undefined
  const { memory, absorb } = new wasm.Instance(new wasm.Module(assemble())).exports
  new BigUint64Array(memory.buffer, constantsAt, rounds).set(roundConstants())
  let view = new Uint8Array(memory.buffer)
  return (bytes) => {
    const blocks = Math.floor(bytes.length / rate) + 1
    const end = inputAt + blocks * rate
    if (end > view.length) {
      memory.grow(Math.ceil((end - view.length) / page))
      view = new Uint8Array(memory.buffer)
    }
    view.set(bytes, inputAt)
    // Keccak's padding: a one after the message and a one at the end of the block.
    view.fill(0, inputAt + bytes.length, end)
    view[inputAt + bytes.length]! |= 0x01
    view[end - 1]! |= 0x80
    absorb(blocks)
    return view.slice(0, 32)
  }
}

// What is used of WebAssembly: the types of Node do not have it, and the browser's are not loaded here.
interface Wasm {
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: Exports }
}
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number }
  readonly absorb: (blocks: number) => void
}

const rounds = 24

/** Iota's constants, from the linear feedback shift register that defines them. */
const roundConstants = (): BigUint64Array => {
  const list = new BigUint64Array(rounds)
  let register = 1
  for (let round = 0; round < rounds; round++)
    for (let j = 0; j <= 6; j++) {
      if ((register & 1) === 1) list[round]! |= 1n << BigInt(2 ** j - 1)
      register = (register << 1) ^ (register >> 7 === 1 ? 0x171 : 0)
    }
  return list
}

/** Rho's rotation of each lane x + 5y, and pi's place for it. */
const rotations = (): ReadonlyArray<{ readonly by: number; readonly to: number }> => {
  const list = Array.from({ length: 25 }, () => ({ by: 0, to: 0 }))
  let [x, y] = [1, 0]
  for (let t = 0; t < 24; t++) {
    const to = y + 5 * ((2 * x + 3 * y) % 5)
    list[x + 5 * y] = { by: (((t + 1) * (t + 2)) / 2) % 64, to }
    ;[x, y] = [y, (2 * x + 3 * y) % 5]
  }
  return list
}

type Code = ReadonlyArray<number>

const leb = (n: number): Code => (n < 128 ? [n] : [(n & 127) | 128, ...leb(n >> 7)])
const signed = (n: number): Code =>
  n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)]

const get = (local: number): Code => [0x20, ...leb(local)]
const set = (local: number): Code => [0x21, ...leb(local)]
const i32 = (n: number): Code => [0x41, ...signed(n)]
const i64 = (n: number): Code => [0x42, ...signed(n)]
const loadLane = (offset: number): Code => [0x29, 3, ...leb(offset)]
const storeLane = (offset: number): Code => [0x37, 3, ...leb(offset)]
const xor: Code = [0x85]
const and: Code = [0x83]
const rotl: Code = [0x89]
const loop = (...body: ReadonlyArray<Code>): Code => [0x03, 0x40, ...body.flat(), 0x0b]

// The function's variables: blocks left, where the next one is, the byte of the round's constant; then the lanes.
const [blocks, input, constant] = [0, 1, 2] as const
const lane = (at: number): number => 3 + at
const moved = (at: number): number => 28 + at
const column = (at: number): number => 53 + (at % 5)

const each = (count: number, code: (at: number) => Code): Code =>
  Array.from({ length: count }, (_, at) => code(at)).flat()

const theta = (): Code => [
  ...each(5, (x) => [
    ...get(lane(x)),
    ...each(4, (y) => [...get(lane(x + 5 * (y + 1))), ...xor]),
    ...set(column(x)),
  ]),
  ...each(25, (at) => [
    ...get(lane(at)),
    ...get(column(at + 4)),
    ...get(column(at + 1)),
    ...i64(1),
    ...rotl,
    ...xor,
    ...xor,
    ...set(lane(at)),
  ]),
]

const rhoAndPi = (): Code =>
  rotations().flatMap(({ by, to }, at) => [
    ...get(lane(at)),
    ...i64(by),
    ...rotl,
    ...set(moved(to)),
  ])

const chi = (): Code =>
  each(25, (at) => {
    const row = 5 * Math.floor(at / 5)
    return [
      ...get(moved(at)),
      ...get(moved(row + ((at + 1) % 5))),
      ...i64(-1),
      ...xor,
      ...get(moved(row + ((at + 2) % 5))),
      ...and,
      ...xor,
      ...set(lane(at)),
    ]
  })

const iota = (): Code => [
  ...get(lane(0)),
  ...get(constant),
  ...loadLane(constantsAt),
  ...xor,
  ...set(lane(0)),
]

const add = (local: number, n: number): Code => [...get(local), ...i32(n), 0x6a, ...set(local)]
const whileNonZero = (local: number): Code => [...get(local), 0x0d, 0]

const absorb = (): Code =>
  loop(
    each(rate / 8, (at) => [
      ...get(lane(at)),
      ...get(input),
      ...loadLane(inputAt + 8 * at),
      ...xor,
      ...set(lane(at)),
    ]),
    add(input, rate),
    i32(0),
    set(constant),
    loop(
      theta(),
      rhoAndPi(),
      chi(),
      iota(),
      add(constant, 8),
      get(constant),
      i32(8 * rounds),
      [0x49, 0x0d, 0], // again while constant < 8 × rounds
    ),
    add(blocks, -1),
    whileNonZero(blocks),
  )

const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content]
const text = (name: string): Code => [name.length, ...new TextEncoder().encode(name)]

/** `\0asm`, version 1. */
const preamble: Code = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]

/** The module: one page of memory, and `absorb(blocks)`, which hashes the input and leaves the digest at 0. */
const assemble = (): Uint8Array => {
  const digest = each(4, (at) => [...i32(0), ...get(lane(at)), ...storeLane(8 * at)])
  const locals: Code = [2, 2, 0x7f, 55, 0x7e]
  const body: Code = [...locals, ...absorb(), ...digest, 0x0b]
  return new Uint8Array([
    ...preamble,
    ...section(1, [1, 0x60, 1, 0x7f, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...text("memory"), 2, 0, ...text("absorb"), 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ])
}
