// The groups of the class orders: filters, canonical texts, the shape of orders, and the two lists.
import type { Group } from "../Vector.ts"
import * as Book from "./orders/Book.ts"
import * as Cover from "./orders/Cover.ts"
import * as Filter from "./orders/Filter.ts"
import * as Shape from "./orders/Shape.ts"

export const groups: ReadonlyArray<Group> = [
  Filter.filters,
  Shape.canonical,
  Shape.shapes,
  Cover.covers,
  ...Book.books,
]
