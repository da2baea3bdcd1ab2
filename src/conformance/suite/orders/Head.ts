// What the groups of the class orders have in common.
import type { Group } from "../../Vector.ts"

export const group = (
  name: string,
  about: string,
  why: string,
  roles: Group["roles"] = ["exchange"],
): Pick<Group, "class" | "group" | "about" | "why" | "roles"> => ({
  class: "orders/1",
  group: `orders/${name}`,
  about,
  why,
  roles,
})
