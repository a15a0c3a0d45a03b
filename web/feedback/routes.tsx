/** Pages of this word inside the shell; each `createRoute({ getParentRoute: () => shellRoute, … })`. */
export const feedbackRoutes = [] as const
