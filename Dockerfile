# One image for api, worker and setup. Node 24 LTS.
FROM node:24-bookworm-slim AS build
WORKDIR /kohorte
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY scripts scripts
COPY migrations migrations
COPY libs libs
COPY apps apps
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps WEB_DIR=/kohorte/dist/web DATA_DIR=/data
WORKDIR /kohorte
RUN mkdir /data && chown node:node /data
COPY package.json LICENSE NOTICE ./
COPY --from=build /kohorte/node_modules node_modules
COPY --from=build /kohorte/dist dist
USER node
VOLUME /data
EXPOSE 3000
# Of the api; a worker is asked for its figures instead (docker-compose.yml).
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/main.js"]
