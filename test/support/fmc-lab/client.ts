import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { Agent } from 'node:https';
import type { LabFmc } from '../../../lib/lab/devices/fmc';
import { global } from '../../../lib/lab/devices/fmc/world';

type Body = Record<string, unknown>;
export type Reply = AxiosResponse<Body>;

/** A bare client for tests and demos: it verifies the lab's CA, logs in once, and throws on no status. */
export const connect = async (lab: LabFmc, password = 'lab-password') => {
  const http: AxiosInstance = axios.create({
    baseURL: lab.url,
    httpsAgent: new Agent({ ca: lab.ca, keepAlive: true }),
    validateStatus: () => true,
    proxy: false,
    timeout: 5000,
  });
  const login = (): Promise<Reply> =>
    http.post<Body>('/api/fmc_platform/v1/auth/generatetoken', undefined, { auth: { username: 'api', password } });
  const first = await login();
  const tokens = (from: Reply): Record<string, string> => ({
    'X-auth-access-token': String(from.headers['x-auth-access-token']),
    'X-auth-refresh-token': String(from.headers['x-auth-refresh-token']),
  });
  let held = tokens(first);
  const base = `/api/fmc_config/v1/domain/${global.id}/`;
  const call = (method: string, path: string, data?: unknown): Promise<Reply> =>
    http.request<Body>({ method, url: path.startsWith('/') ? path : base + path, data, headers: held });
  return {
    first,
    login: async () => {
      const reply = await login();
      held = tokens(reply);
      return reply;
    },
    refresh: async () => {
      const reply = await http.post<Body>('/api/fmc_platform/v1/auth/refreshtoken', undefined, { headers: held });
      if (reply.status === 204) held = tokens(reply);
      return reply;
    },
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown) => call('POST', path, body),
    put: (path: string, body: unknown) => call('PUT', path, body),
    remove: (path: string) => call('DELETE', path),
    /** Every item of a list, expanded, up to 1000. */
    items: async (path: string): Promise<readonly Body[]> => {
      const sign = path.includes('?') ? '&' : '?';
      const reply = await call('GET', `${path}${sign}expanded=true&limit=1000`);
      return (reply.data['items'] ?? []) as Body[];
    },
  };
};
export type LabClient = Awaited<ReturnType<typeof connect>>;
