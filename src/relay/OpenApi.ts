// The description of a relay for programs in other languages: OpenAPI 3.1, written out of the very schemas that the
// server decodes with. `spec/schemas/relay.openapi.json` is this, kept fresh by `scripts/schemas.ts`.
import * as Schema from "effect/Schema"
import * as Api from "./Api.ts"

const components: Record<string, unknown> = {}

/** A schema as JSON Schema; what it refers to goes into the components. */
const schemaOf = (schema: Schema.Top): unknown => {
  const text = JSON.stringify(Schema.toJsonSchemaDocument(schema)).replaceAll(
    "#/$defs/",
    "#/components/schemas/",
  )
  const document = JSON.parse(text) as {
    readonly schema: unknown
    readonly definitions?: Record<string, unknown>
  }
  Object.assign(components, document.definitions)
  return document.schema
}

const json = (schema: Schema.Top) => ({
  content: { "application/json": { schema: schemaOf(schema) } },
})

const parametersOf = ({ path, query }: Api.Route): ReadonlyArray<unknown> => [
  ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", pattern: "^0x[0-9a-f]{64}$" },
  })),
  ...(query ?? []).map(([name, description]) => ({
    name,
    in: "query",
    required: false,
    description,
    schema: { type: "string" },
  })),
]

const operation = (name: string, route: Api.Route) => ({
  operationId: name,
  summary: route.summary,
  parameters: parametersOf(route),
  ...(route.body === undefined ? {} : { requestBody: { required: true, ...json(route.body) } }),
  responses: {
    "200": { description: "done", ...json(route.answer) },
    default: { description: "why not", ...json(Api.Problem) },
  },
})

const paths = (): Record<string, Record<string, unknown>> => {
  const found: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries(Api.routes))
    found[route.path] = {
      ...found[route.path],
      [route.method.toLowerCase()]: operation(name, route),
    }
  return found
}

const described = paths()

export const document = {
  openapi: "3.1.0",
  info: {
    title: "IPSX order relay",
    version: "1",
    description:
      "Orders are signed by their owners (IPSX-SIG-007); the order log proves the deals (IPSX-MAT-031). Deals of a party come on the WebSocket /v1/feed, after a Subscribe signed over its Challenge.",
  },
  paths: described,
  components: { schemas: components },
}
