/**
 * What the proxy's own checker objects to, in its words. Written from the checker's rules and apart from the grammar of
 * the platform, so that a slip there shows here.
 */

export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;
type Test = (value: string) => boolean;

const text: Test = (value) => value !== '';
const bool: Test = (value) => /^(true|false|[+-]?\d+)$/i.test(value);
const count: Test = (value) => /^\d+$/.test(value);
const port: Test = (value) => count(value) && Number(value) >= 1 && Number(value) <= 65535;
const ip: Test = (value) =>
  (/^\d+(\.\d+){3}$/.test(value) && value.split('.').every((part) => Number(part) <= 255)) ||
  /^[0-9a-f:]+:[0-9a-f:]*$/i.test(value);
const ips: Test = (value) => ip(value) || (/[/-]/.test(value) && ip(value.split(/[/-]/)[0]!));
const among =
  (...words: readonly string[]): Test =>
  (value) =>
    words.includes(value.toLowerCase());
const factors: Test = (value) => {
  const all = value.split(',').map((one) => one.trim());
  return new Set(all).size === all.length && all.every(among('auto', 'push', 'phone', 'passcode'));
};

const basic = { debug: bool, http_ca_certs_file: text };
const wayOut = { http_proxy_host: text, http_proxy_port: port };
const keys = {
  ikey: (value: string) => /^DI[A-Z0-9]{18}$/.test(value),
  skey: (value: string) => /^[a-zA-Z0-9]{40}$/.test(value),
  skey_protected: text,
  api_host: text,
};
const server = {
  ...basic,
  ...keys,
  ...wayOut,
  client: text,
  api_timeout: count,
  api_port: port,
  failmode: among('safe', 'secure'),
  port,
  interface: ip,
  pass_through_attr_names: text,
  pass_through_all: bool,
  pw_codec: text,
  client_ip_attr: text,
};
const concatenation = { factors, delimiter: text, delimited_password_length: count, allow_concat: bool };
const tls = { minimum_tls_version: text, cipher_list: text };
const asked = { radius_ip: ips, radius_secret: text, radius_secret_protected: text };
const exempt = { ...asked, exempt_username: text };

interface Type {
  readonly fixed: Readonly<Record<string, Test>>;
  /** Keys that a number follows; `first` may stand without one. */
  readonly dynamic?: Readonly<Record<string, Test>>;
  readonly bare?: true;
  readonly required: readonly (string | readonly string[])[];
}
const needed = ['ikey', 'api_host', ['skey', 'skey_protected']] as const;
const asking = [...needed, ['radius_secret_1', 'radius_secret_protected_1'], 'radius_ip_1'] as const;

const types: Readonly<Record<string, Type>> = {
  main: {
    fixed: {
      ...basic,
      ...wayOut,
      log_dir: text,
      log_auth_events: bool,
      log_sso_events: bool,
      log_max_files: count,
      log_max_size: count,
      log_file: bool,
      log_stdout: bool,
      log_syslog: bool,
      syslog_facility: text,
      interface: ip,
      test_connectivity_on_startup: bool,
      client: text,
      server: text,
      fips_mode: bool,
    },
    required: [],
  },
  radius_client: {
    fixed: {
      ...basic,
      secret: text,
      secret_protected: text,
      retries: count,
      retry_wait: count,
      nas_ip: ip,
      pass_through_attr_names: text,
      pass_through_all: bool,
      pw_codec: text,
    },
    dynamic: { host: ip, port },
    bare: true,
    required: [
      ['host', 'host_1'],
      ['secret', 'secret_protected'],
    ],
  },
  ad_client: {
    fixed: {
      ...basic,
      service_account_username: text,
      service_account_password: text,
      service_account_password_protected: text,
      search_dn: text,
      security_group_dn: text,
      ldap_filter: text,
      timeout: count,
      ssl_ca_certs_file: text,
      ssl_verify_hostname: bool,
      bind_dn: text,
      ntlm_domain: text,
      ntlm_workstation: text,
      port,
      transport: among('clear', 'starttls', 'ldaps'),
      auth_type: among('ntlm1', 'ntlm2', 'plain', 'sspi'),
      username_attribute: text,
      at_attribute: text,
    },
    dynamic: { host: text },
    bare: true,
    required: [['host', 'host_1'], 'search_dn'],
  },
  duo_only_client: { fixed: basic, required: [] },
  cloud: {
    fixed: {
      ...basic,
      ...keys,
      ...wayOut,
      service_account_username: text,
      service_account_password: text,
      service_account_password_protected: text,
    },
    required: needed,
  },
  http_proxy: { fixed: { ...basic, api_host: text, port, client_ip: text, interface: ip }, required: ['api_host'] },
  radius_server_auto: { fixed: { ...server, ...concatenation }, dynamic: exempt, required: asking },
  radius_server_challenge: {
    fixed: { ...server, enroll_challenge: bool, prompt_format: among('console', 'html', 'short') },
    dynamic: exempt,
    required: asking,
  },
  radius_server_concat: { fixed: server, dynamic: exempt, required: asking },
  radius_server_iframe: {
    fixed: { ...server, type: text, iframe_script_uri: text, script_inject: text },
    dynamic: exempt,
    required: [...asking, 'type'],
  },
  radius_server_duo_only: { fixed: server, dynamic: exempt, required: asking },
  radius_server_eap: {
    fixed: { ...server, ...concatenation, ...tls, certs: text, pkey: text, prompt: text },
    dynamic: asked,
    required: [...asking, 'certs', 'pkey'],
  },
  ldap_server_auto: {
    fixed: {
      ...basic,
      ...keys,
      ...wayOut,
      ...concatenation,
      ...tls,
      api_timeout: count,
      api_port: port,
      client: text,
      failmode: among('safe', 'secure'),
      port,
      interface: ip,
      ssl_port: port,
      ssl_key_path: text,
      ssl_cert_path: text,
      exempt_primary_bind: bool,
      allow_searches_after_bind: bool,
      allow_unlimited_binds: bool,
      network_timeout: count,
      idle_timeout: count,
    },
    dynamic: { exempt_ou: text },
    required: needed,
  },
};

export const typeOf = (name: string): string | undefined =>
  Object.keys(types).find((type) => name.startsWith(type) && /^\d*$/.test(name.slice(type.length)));

const testOf = (type: Type, key: string): Test | undefined => {
  const fixed = type.fixed[key];
  if (fixed) return fixed;
  const stem = key.replace(/_\d+$/, '');
  return stem !== key || type.bare ? type.dynamic?.[stem] : undefined;
};

/** Every `radius_ip_N` has its secret, and the reverse. */
const unpaired = (values: ReadonlyMap<string, string>): readonly string[] => {
  const numbers = (stem: RegExp) => [...values.keys()].flatMap((key) => stem.exec(key)?.[1] ?? []);
  const [ipsAt, secretsAt] = [numbers(/^radius_ip_(\d+)$/), numbers(/^radius_secret_(?:protected_)?(\d+)$/)];
  const must = (a: string, b: string, n: string) => `${a}_${n} must be provided when specifying ${b}_${n}`;
  return [
    ...ipsAt.filter((n) => !secretsAt.includes(n)).map((n) => must('radius_secret', 'radius_ip', n)),
    ...secretsAt.filter((n) => !ipsAt.includes(n)).map((n) => must('radius_ip', 'radius_secret', n)),
  ];
};

const checkSection = (name: string, values: ReadonlyMap<string, string>): readonly string[] => {
  const id = typeOf(name);
  if (id === undefined) return [];
  const type = types[id]!;
  const missing = type.required.filter((key) => ![key].flat().some((one) => values.has(one)));
  const wrong = [...values].flatMap(([key, value]) => {
    const test = testOf(type, key);
    if (test === undefined) return [`An unexpected configuration item was found: ${key}`];
    return test(value) ? [] : [`The ${key} value provided is invalid.`];
  });
  const pairs = ['skey', 'secret', 'service_account_password'].filter(
    (key) => values.has(key) && values.has(`${key}_protected`),
  );
  return [
    ...missing.map((key) => `A required configuration item is missing: ${[key].flat().join('/')}`),
    ...wrong,
    ...pairs.map(
      (key) =>
        `The following keys should not be used at the same time: ${key}, ${key}_protected. Please pick just one.`,
    ),
    ...unpaired(values),
  ];
};

/** Every server finds its client: the one it names, that of [main], or the only one there is. */
const unmapped = (sections: Sections): readonly string[] => {
  const clients = [...sections.keys()].filter((name) => name.includes('client'));
  return [...sections].flatMap(([name, values]) => {
    if (!name.includes('server') || name.startsWith('radius_server_duo_only')) return [];
    const client =
      values.get('client') ?? sections.get('main')?.get('client') ?? (clients.length === 1 ? clients[0] : undefined);
    const fits =
      client !== undefined && clients.includes(client) && (!name.startsWith('ldap_') || client.startsWith('ad_client'));
    return fits
      ? []
      : [
          `The client name '${client ?? 'None'}' could not be mapped to a valid client configuration for the [${name}] section.`,
        ];
  });
};

/** All that is wrong with a file, in the words of `authproxy_connectivity_tool`. Empty: the proxy starts. */
export const objectionsTo = (sections: Sections): readonly string[] => [
  ...[...sections].flatMap(([name, values]) => checkSection(name, values)),
  ...unmapped(sections),
];
