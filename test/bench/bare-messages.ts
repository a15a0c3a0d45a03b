export const bareQueue = 'bench-bare'
export const bareUpdate = 'bareUpdate'
