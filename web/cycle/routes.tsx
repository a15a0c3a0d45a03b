/** Pages of this word inside the shell; each `createRoute({ getParentRoute: () => shellRoute, … })`. */
export const cycleRoutes = [] as const
