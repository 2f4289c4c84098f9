/** Tables and columns of the datamart that somebody types in. */
export const TYPED = [10, 20]
