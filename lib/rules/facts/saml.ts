import type { Resource } from '../../model/network';
import type { NounOf } from '../../model/nouns';
import type { DeviceView, NetworkView } from '../engine/network-view';

/** A connection profile of an FMC that asks a SAML server. */
export interface SamlLoginOfProfile {
  readonly device: DeviceView;
  readonly profile: Resource<'ra-connection-profile'>;
  readonly server: Resource<'saml-server'>;
  /** The application in Duo that makes what the server says of the identity provider. */
  readonly application: Resource<'duo-saml-application'> | undefined;
}

const applicationOf = (
  { entityId }: NounOf<'saml-server'>,
  network: NetworkView,
): Resource<'duo-saml-application'> | undefined => {
  if (typeof entityId === 'string' || entityId.secret !== 'made') return undefined;
  const account = network.devices.find(({ path }) => path === entityId.target);
  return account?.find('duo-saml-application', entityId.address.slice(entityId.address.indexOf('/') + 1));
};

/** Every login by SAML, with both of its ends. */
export const samlLogins = (network: NetworkView): readonly SamlLoginOfProfile[] =>
  network.devices.flatMap((device) =>
    device.all('ra-connection-profile').flatMap((profile) => {
      const { server: asked } = profile.noun;
      if (typeof asked !== 'object' || asked.ref !== 'saml-server') return [];
      const server = device.to<'saml-server'>(asked);
      return server === undefined
        ? []
        : [{ device, profile, server, application: applicationOf(server.noun, network) }];
    }),
  );

/** A tunnel group of an ASA whose users a SAML identity provider asks. */
export interface SamlLoginOfGroup {
  readonly group: Resource<'tunnel-group'>;
  readonly webvpn: Resource<'webvpn'>;
  /** Where users reach the ASA, as the provider says; undefined where it is called by its own name. */
  readonly baseUrl: string | undefined;
}

/** Every such login, with what listens for it. */
export const samlLoginsOfGroups = (network: NetworkView): readonly SamlLoginOfGroup[] =>
  network.devices.flatMap((device) =>
    device.all('tunnel-group').flatMap((group) => {
      const { samlProvider: asked } = group.noun.webvpn ?? {};
      const webvpn = device.to<'webvpn'>(asked?.webvpn);
      if (asked === undefined || webvpn === undefined) return [];
      const provider = webvpn.noun.samlProviders?.find(({ entityId }) => entityId === asked.entityId);
      return [{ group, webvpn, baseUrl: provider?.baseUrl?.replace(/\/$/, '') }];
    }),
  );
