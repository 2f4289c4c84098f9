/** Tables and columns of the datamart that is being typed. */
export const TYPED = [10, 20]
