/** The header by which a kept reply says when it was read. */
export const keptAt = 'x-kept-at'
