export { readBoot } from "./boot";
export type { Boot } from "./boot";
export { API, createApi, withQuery } from "./http/api";
export type { Answer, Api, Method, Query, Sending } from "./http/api";
export { createHttp } from "./http/http";
export type { Call, Http } from "./http/http";
export { isProblem, Problem } from "./http/problem";
export type { FieldError, ProblemDocument } from "./http/problem";
export { createLive } from "./live/live";
export type { Live, LiveEvent, LiveState } from "./live/live";
export {
  createPlatform,
  PlatformProvider,
  useLiveState,
  usePlatform,
  useSessionState,
  useWorkspaceChoice,
} from "./platform";
export type { Platform } from "./platform";
export { createQueryClient } from "./query/client";
export { invalidate, useApi, useAsked, useInvalidate, useSend } from "./query/hooks";
export type { Asked, Asking, Order } from "./query/hooks";
export { hasEnded, useOperation } from "./query/operation";
export type { Followed } from "./query/operation";
export { covers, may } from "./rights";
export { createSession } from "./session/session";
export type { Session, SessionState } from "./session/session";
export type { paths, components } from "./generated/schema";
export { typed } from "./typed";
export type * from "./views";
export type { WorkspaceChoice } from "./workspace";
