/** Pages of this word inside the shell; each `createRoute({ getParentRoute: () => shellRoute, … })`. */
export const approvalRoutes = [] as const
