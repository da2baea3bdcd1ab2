// A private key in a file, encrypted with a password: version 3 of the Web3 Secret Storage, which every Ethereum
// wallet reads (scrypt, aes-128-ctr, a keccak-256 MAC).
import { createCipheriv, createDecipheriv, randomBytes, randomUUID, scrypt } from "node:crypto"
import {
  copyFile,
  constants,
  link,
  open as openFile,
  readFile,
  rm,
  writeFile,
} from "node:fs/promises"
import { dirname } from "node:path"
import { promisify } from "node:util"
import { scryptAsync } from "@noble/hashes/scrypt.js"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { noble } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import * as Signed from "../signature/Signed.ts"

const hex = (bytes?: number) =>
  Schema.String.pipe(
    Schema.check(
      Schema.isPattern(
        bytes === undefined ? /^([0-9a-f]{2})+$/ : new RegExp(`^[0-9a-f]{${2 * bytes}}$`),
      ),
    ),
  )
const positive = (maximum: number) =>
  Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 1, maximum })))

/** What is understood of the format: scrypt with at most a gibibyte of memory, and aes-128-ctr. */
export const Keystore = Schema.Struct({
  version: Schema.Literal(3),
  id: Schema.String,
  address: Schema.optionalKey(hex(20)),
  crypto: Schema.Struct({
    cipher: Schema.Literal("aes-128-ctr"),
    cipherparams: Schema.Struct({ iv: hex(16) }),
    ciphertext: hex(32),
    kdf: Schema.Literal("scrypt"),
    kdfparams: Schema.Struct({
      dklen: Schema.Literal(32),
      n: positive(2 ** 20),
      r: positive(64),
      p: positive(64),
      salt: hex(),
    }),
    mac: hex(32),
  }),
})
export interface Keystore extends Schema.Schema.Type<typeof Keystore> {}

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt)
const memoryMax = 2 ** 30

// OpenSSL follows the letter of RFC 7914, N below 2^(128 r / 8), which the format's own example does not keep.
const isOrdinary = ({ n, r }: { readonly n: number; readonly r: number }): boolean =>
  n < 2 ** Math.min(52, 16 * r)

const keyOf = async (
  password: string,
  { n, r, p, salt }: Keystore["crypto"]["kdfparams"],
): Promise<Uint8Array> => {
  const [secret, seed] = [password.normalize("NFC"), Buffer.from(salt, "hex")]
  return isOrdinary({ n, r })
    ? derive(secret, seed, 32, { N: n, r, p, maxmem: memoryMax })
    : scryptAsync(secret, seed, { N: n, r, p, dkLen: 32, maxmem: memoryMax })
}

const macOf = (key: Uint8Array, ciphertext: Uint8Array): string =>
  Hex.bare(noble.keccak(Hex.concat(key.subarray(16, 32), ciphertext)))

/** How hard a password is to guess: what wallets use, or the least for tests. */
export interface Cost {
  readonly n: number
}
export const standard: Cost = { n: 2 ** 18 }
export const quick: Cost = { n: 2 ** 10 }

/**
 * Encrypts a private key.
 *
 * @example
 * const keystore = await Keystore.encrypt(privateKey, password, Keystore.standard)
 */
export const encrypt = async (
  privateKey: Uint8Array,
  password: string,
  { n }: Cost,
): Promise<Keystore> => {
  const kdfparams = { dklen: 32, n, r: 8, p: 1, salt: randomBytes(32).toString("hex") } as const
  const iv = randomBytes(16)
  const key = await keyOf(password, kdfparams)
  const cipher = createCipheriv("aes-128-ctr", key.subarray(0, 16), iv)
  const ciphertext = Buffer.concat([cipher.update(privateKey), cipher.final()])
  return {
    version: 3,
    id: randomUUID(),
    address: Signed.address(noble, privateKey).slice(2),
    crypto: {
      cipher: "aes-128-ctr",
      cipherparams: { iv: iv.toString("hex") },
      ciphertext: ciphertext.toString("hex"),
      kdf: "scrypt",
      kdfparams,
      mac: macOf(key, ciphertext),
    },
  }
}

/**
 * The private key, 32 bytes, or why it cannot be had.
 *
 * @example
 * const key = Result.getOrThrow(await Keystore.decrypt(keystore, password))
 */
export const decrypt = async (
  { crypto, address }: Keystore,
  password: string,
): Promise<Result.Result<Uint8Array, WrongPassword>> => {
  const key = await keyOf(password, crypto.kdfparams)
  const ciphertext = Buffer.from(crypto.ciphertext, "hex")
  if (macOf(key, ciphertext) !== crypto.mac)
    return Result.fail(new WrongPassword({ address: address ?? "" }))
  const iv = Buffer.from(crypto.cipherparams.iv, "hex")
  const decipher = createDecipheriv("aes-128-ctr", key.subarray(0, 16), iv)
  return Result.succeed(
    new Uint8Array(Buffer.concat([decipher.update(ciphertext), decipher.final()])),
  )
}

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Keystore))

/** Reads and opens a file. */
export const open = (
  file: string,
  password: string,
): Effect.Effect<Uint8Array, UnusableKeystore | WrongPassword> =>
  Effect.gen(function* () {
    const text = yield* Effect.tryPromise({
      try: () => readFile(file, "utf8"),
      catch: (cause) => new UnusableKeystore({ file, reason: refused(cause) }),
    })
    const decoded = decode(text)
    if (Result.isFailure(decoded)) {
      const reason = `it is no Web3 keystore of version 3 with scrypt: ${decoded.failure.message}`
      return yield* new UnusableKeystore({ file, reason })
    }
    return yield* Effect.fromResult(yield* Effect.promise(() => decrypt(decoded.success, password)))
  })

/** What a file system says that has no second names for a file: FAT, and some on networks. */
const withoutLinks: ReadonlySet<string | undefined> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
])

/** Gives a file its name, which unlike a renaming fails where there is one already. */
const name = (temporary: string, file: string): Promise<void> =>
  link(temporary, file).catch((cause: NodeJS.ErrnoException) => {
    if (!withoutLinks.has(cause.code)) throw cause
    return copyFile(temporary, file, constants.COPYFILE_EXCL)
  })

/** A key that tokens are sent to has to outlive a power cut. Where a directory cannot be synchronised nothing can be done. */
const synchronise = async (path: string): Promise<void> => {
  const handle = await openFile(path, "r")
  await handle.sync().finally(() => handle.close())
}

/** Writes a new file that only its owner reads; an existing one is never overwritten. */
export const create = (
  file: string,
  privateKey: Uint8Array,
  password: string,
  cost: Cost,
): Effect.Effect<void, UnusableKeystore> =>
  Effect.tryPromise({
    try: async () => {
      const text = `${JSON.stringify(await encrypt(privateKey, password, cost), null, 2)}\n`
      const temporary = `${file}.${randomUUID()}`
      try {
        await writeFile(temporary, text, { mode: 0o600, flag: "wx", flush: true })
        await name(temporary, file)
      } finally {
        await rm(temporary, { force: true })
      }
      await synchronise(file)
      await synchronise(dirname(file)).catch(() => {})
    },
    catch: (cause) => new UnusableKeystore({ file, reason: refused(cause) }),
  })

/** What the operating system says, in words where it is what happens to everybody once. */
const refused = (cause: unknown): string => {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === "ENOENT") return "there is no such file or folder"
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "it is not permitted"
  return code === "EISDIR" ? "it is a folder" : message
}

export class WrongPassword extends Schema.TaggedError<WrongPassword>()("WrongPassword", {
  address: Schema.String,
}) {
  override get message(): string {
    return `the password does not open the key of 0x${this.address}`
  }
}

export class UnusableKeystore extends Schema.TaggedError<UnusableKeystore>()("UnusableKeystore", {
  file: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.file} cannot be used: ${this.reason}`
  }
}
