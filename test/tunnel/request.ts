// One request by a program that runs in a network namespace; the answer in a line of JSON.
//
//   node request.ts URL [bytes to post]
import * as Client from "./Client.ts"

const [url, post] = process.argv.slice(2) as [string, string | undefined]
try {
  const answer = await Client.fetch({
    url,
    connectMs: 4000,
    ...(post === undefined ? {} : { post: Number(post) }),
  })
  console.log(JSON.stringify(answer))
} catch (cause) {
  console.error((cause as Error).message)
  process.exitCode = 1
}
