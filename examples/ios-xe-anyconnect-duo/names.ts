/** What the AnyConnect and Duo guide calls things on the router. Without them they would have the name of the VPN. */
export const names = {
  servers: 'FlexVPN_auth_server',
  server: 'rad_server',
  authenticationList: 'FlexVPN_auth',
  authorizationList: 'FlexVPN_authz',
  group: 'ikev2-authz-policy',
  proposal: 'FlexVPN_IKEv2_Proposal',
  policy: 'FlexVPN_IKEv2_Policy',
  profile: 'Flexvpn_ikev2_Profile',
  transformSet: 'TS',
  ipsecProfile: 'Flexvpn_IPsec_Profile',
};
