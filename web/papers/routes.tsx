/** Pages of this word inside the shell; each `createRoute({ getParentRoute: () => shellRoute, … })`. */
export const papersRoutes = [] as const
