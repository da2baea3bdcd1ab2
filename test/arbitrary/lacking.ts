/** Every value that a value becomes when one field, at whatever depth, is taken out of it. */
export const lacking = (value: unknown): ReadonlyArray<unknown> => {
  if (Array.isArray(value))
    return value.flatMap((item, at) => lacking(item).map((less) => value.with(at, less)))
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const { [key]: _, ...rest } = value as Record<string, unknown>
    return [rest, ...lacking(inner).map((less) => ({ ...value, [key]: less }))]
  })
}
