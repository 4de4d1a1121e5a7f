import { z } from 'zod';
import { noun, ref } from '../noun';
import { authorizationAttributes } from '../shared/authorization-attributes';
import { labelText, objectName, text } from '../values';

/**
 * What a user is given who may log in (Policy > Results > Authorization > Authorization Profiles). `attributes` are the
 * same words as in RadiusAuthorization and LocalAuthorization.
 */
export const iseAuthorizationProfile = noun(
  'ise-authorization-profile',
  'ISE authorization profile',
  z
    .strictObject({
      /** Name in ISE. */
      name: labelText(128),
      /** A remark that ISE keeps, at most 256 characters. */
      description: text(256).optional(),
      /** Let in, or refuse whom a rule with this profile is for. Default: accept. */
      access: z.enum(['accept', 'reject']).default('accept'),
      /**
       * The group policy that an ASA or a firewall of an FMC gives: ISE's `ASA VPN`, which is sent as `Class` (RFC 2865
       * section 5.25).
       */
      groupPolicy: objectName.optional(),
      /** An access list that the headend fetches from ISE for this user. */
      downloadableAcl: ref('ise-downloadable-acl').optional(),
      /** An access list that is on the headend, by name: `Filter-Id` (RFC 2865 section 5.11). */
      accessList: objectName.optional(),
      /** What a router is told: the same as RadiusAuthorization writes into a users file. */
      attributes: authorizationAttributes.optional(),
      /** Name of the network device profile. Default: Cisco. */
      profile: objectName.default('Cisco'),
    })
    .refine(({ access, groupPolicy, downloadableAcl, accessList, attributes }) => {
      const given = groupPolicy ?? downloadableAcl ?? accessList ?? attributes;
      return access === 'accept' || given === undefined;
    }, "a user who is refused is given nothing: leave groupPolicy, downloadableAcl, accessList and attributes out, or write access: 'accept'"),
);
