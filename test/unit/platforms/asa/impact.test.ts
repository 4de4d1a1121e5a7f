import type { SecretBook } from '../../../../lib/desired/item';
import { impact } from '../../../../lib/platforms/asa/impact';
import { configurationOf, normalize } from '../../../../lib/platforms/asa/normalize';

const book: SecretBook = { judge: (marker) => marker, reveal: (text) => text };
const live = (text: string) => normalize(configurationOf(`${text}: end\n`, 'asa'), book, () => undefined);
const text = `ASA Version 9.18(4)
hostname asa
object network LAN
 subnet 10.30.0.0 255.255.0.0
object network PRINTER
 host 10.31.0.9
object network OTHER
 host 10.31.0.8
object-group network LOCAL
 description ours
 network-object object LAN
object-group network INNER
 network-object object PRINTER
object-group network REMOTE
 group-object INNER
 network-object 10.41.0.0 255.255.0.0
object-group network USERS
 network-object object OTHER
access-list IN extended permit ip any object-group USERS
access-list MUMBAI remark what goes to Mumbai
access-list MUMBAI extended permit ip object-group LOCAL object-group REMOTE
access-list PUNE extended permit ip object LAN 10.60.0.0 255.255.0.0
crypto ipsec ikev2 ipsec-proposal GCM
 protocol esp encryption aes-gcm-256
crypto ipsec profile VTI
 set ikev2 ipsec-proposal GCM
interface Tunnel1
 nameif vti
 tunnel protection ipsec profile VTI
crypto map outside_map 10 match address MUMBAI
crypto map outside_map 10 set peer 198.51.100.40
crypto map outside_map 20 match address PUNE
crypto map outside_map 20 set peer 198.51.100.41
crypto map outside_map 20 set ikev2 ipsec-proposal GCM
crypto map outside_map interface outside
`;
const [mumbai, pune, tunnel] = ['outside_map 10', 'outside_map 20', 'Tunnel1'];
const sessions = [mumbai, pune, tunnel].map((name) => ({ name, up: true, detail: '' }));
const seen = { live: live(text), unfinished: [], warnings: [], sessions };
/** What is said where this line becomes another one. */
const changed = (header: string, from: string, to: string) =>
  impact(seen.live.get(header), live(text.replace(from, to)).get(header), seen);

test.each([
  ['object-group network REMOTE', ' 10.41.0.0', ' 10.42.0.0', [mumbai]],
  ['object-group network INNER', 'network-object object PRINTER', 'network-object host 10.31.0.10', [mumbai]],
  ['object network PRINTER', 'host 10.31.0.9', 'host 10.31.0.10', [mumbai]],
  ['object network LAN', '10.30.0.0', '10.32.0.0', [mumbai, pune]],
  ['access-list MUMBAI', 'object-group REMOTE', 'object-group INNER', [mumbai]],
  ['crypto map outside_map 10', '.40', '.44', [mumbai]],
  ['crypto ipsec ikev2 ipsec-proposal GCM', 'gcm-256', 'gcm-192', [pune, tunnel]],
])('a changed %s drops the tunnels that hang on it, over any number of names', (header, from, to, tunnels) => {
  expect(changed(header, from, to)).toEqual({ effect: 'drops now', tunnels });
});

test.each([
  ['object network OTHER', 'host 10.31.0.8', 'host 10.31.0.7'],
  ['object-group network USERS', 'network-object object OTHER', 'network-object host 10.31.0.7'],
  ['object-group network LOCAL', 'description ours', 'description theirs'],
  ['access-list MUMBAI', 'remark what goes', 'remark all that goes'],
])('a changed %s that no tunnel asks for, or only a remark, drops none', (header, from, to) => {
  expect(changed(header, from, to)).toBeUndefined();
});
