/** The VPNs of Example: what its teams import. */
export { CorporateSite, type CorporateSiteProps, type Headquarters } from './corporate-site';
export { CorporateRemoteAccess, type CorporateRemoteAccessProps } from './corporate-remote-access';
export { corporateRules, withoutChange } from './rules';
