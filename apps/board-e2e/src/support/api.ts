import { randomUUID } from 'node:crypto';
import type { APIResponse, BrowserContext, Page } from '@playwright/test';

export interface Accepted {
  readonly seq: number;
  readonly task: number;
}

/** Asks the API with the cookies of a signed-in page, the way the board itself does. */
export class Api {
  constructor(
    private readonly page: Page,
    private readonly region = '35.05',
  ) {}

  async post(path: string, data: unknown, headers: Record<string, string> = {}): Promise<APIResponse> {
    return this.page.request.post(`/api/regions/${this.region}${path}`, { data, headers: await this.headers(headers) });
  }

  /** Raw bytes, as the board sends a file. */
  async upload(path: string, bytes: Buffer, name: string): Promise<APIResponse> {
    const type = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) };
    return this.page.request.post(`/api/regions/${this.region}${path}`, {
      data: bytes,
      headers: await this.headers(type),
    });
  }

  async put(path: string, data: unknown): Promise<APIResponse> {
    return this.page.request.put(`/api/regions/${this.region}${path}`, { data, headers: await this.headers({}) });
  }

  async patch(path: string, data: unknown, headers: Record<string, string>): Promise<APIResponse> {
    return this.page.request.patch(`/api/regions/${this.region}${path}`, {
      data,
      headers: await this.headers(headers),
    });
  }

  /** Changes fields of a task as it stands now. */
  async edit(task: number, fields: object): Promise<APIResponse> {
    const { task: now } = (await (await this.get(`/tasks/${task}`)).json()) as { task: { version: number } };
    return this.patch(`/tasks/${task}`, fields, { 'If-Match': `"${now.version}"` });
  }

  async delete(path: string): Promise<APIResponse> {
    return this.page.request.delete(`/api/regions/${this.region}${path}`, { headers: await this.headers({}) });
  }

  get(path: string): Promise<APIResponse> {
    return this.page.request.get(`/api/regions/${this.region}${path}`);
  }

  /** A step of the table of moves, or a report, as the board sends it. */
  async must(path: string, data: unknown): Promise<void> {
    const answer = await this.post(path, data);
    if (answer.status() >= 300) throw new Error(await answer.text());
  }

  private async headers(more: Record<string, string>): Promise<Record<string, string>> {
    return {
      'Idempotency-Key': randomUUID(),
      Origin: new URL(this.page.url()).origin,
      'X-XSRF-TOKEN': await xsrfToken(this.page.context()),
      ...more,
    };
  }
}

async function xsrfToken(context: BrowserContext): Promise<string> {
  const cookies = await context.cookies();
  return cookies.find((cookie) => cookie.name.includes('XSRF'))?.value ?? '';
}

/** The administrator ends every session of an account, as on the page of the accounts. */
export async function endSessionsOf(admin: Page, login: string): Promise<void> {
  const api = new Api(admin);
  const accounts = (await (await api.get('/people')).json()) as readonly { person: number; login: string }[];
  const account = accounts.find((it) => it.login === login);
  if (!account) throw new Error(`no account ${login}`);
  const answer = await api.delete(`/people/${account.person}/sessions`);
  if (answer.status() >= 300) throw new Error(await answer.text());
}

export interface Directory {
  readonly agencies: readonly { readonly id: number; readonly code: string; readonly prefix: string }[];
  readonly campaigns: readonly { readonly id: number; readonly open: boolean }[];
}

/** A task of the running campaign, planned by the lead of the region; its number. */
export async function planTask(
  lead: Page,
  agencyCode: string,
  plan: { readonly title: string; readonly target: number; readonly visibility?: 'campaign' | 'agency' },
  region?: string,
): Promise<{ readonly id: number; readonly label: string }> {
  const api = new Api(lead, region);
  const directory = (await (await api.get('/directory')).json()) as Directory;
  const agency = directory.agencies.find((it) => it.code === agencyCode);
  const campaign = directory.campaigns.find((it) => it.open);
  if (!agency || !campaign) throw new Error(`no ${agencyCode} or no open campaign`);
  const answer = await api.post('/tasks', {
    campaign: campaign.id,
    agency: agency.id,
    unit: 'people',
    segment: 'PPU_BU',
    due: '2026-12-15',
    ...plan,
  });
  if (answer.status() >= 300) throw new Error(await answer.text());
  const { task } = (await answer.json()) as Accepted;
  return { id: task, label: `${agency.prefix}-${task}` };
}
