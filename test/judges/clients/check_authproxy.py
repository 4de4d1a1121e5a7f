"""Reads files of the Duo Authentication Proxy as its own checker does: by the rules of its config checks, in own words.

What is told of a file is a list of `section: what`. Whether a file that is named is there, only the machine can say.
"""

import codecs
import configparser
import ipaddress
import json
import re
import ssl
import sys


def text(value):
    return value != ""


def boolean(value):
    return value.lower() in ("true", "false") or re.fullmatch(r"[+-]?\d+", value) is not None


def number(value):
    return re.fullmatch(r"[+-]?\d+", value) is not None


def count(value):
    return number(value) and int(value) >= 0


def port(value):
    return number(value) and 1 <= int(value) <= 65535


def address(value):
    try:
        ipaddress.ip_address(value)
        return True
    except ValueError:
        return False


def networks(value):
    """An address, a network or a range as networks."""
    if "-" in value:
        first, last = (ipaddress.ip_address(end.strip()) for end in value.split("-"))
        return list(ipaddress.summarize_address_range(first, last))
    return [ipaddress.ip_network(value, strict=False)]


def callers(value):
    try:
        networks(value)
        return True
    except (ValueError, TypeError):
        return False


def among(*words):
    return lambda value: value.lower() in words


def factors(value):
    given = [one.strip() for one in value.split(",")]
    return len(set(given)) == len(given) and set(given) <= {"auto", "push", "phone", "passcode"}


def codec(value):
    try:
        codecs.lookup(value)
        return True
    except LookupError:
        return False


def ciphers(value):
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).set_ciphers(value)
        return True
    except ssl.SSLError:
        return False


def dn(value):
    return all(re.fullmatch(r"\s*[\w.-]+\s*=\s*\S.*", part) for part in re.split(r"(?<!\\),", value))


def ldap_filter(value):
    return value.startswith("(") and value.endswith(")") and value.count("(") == value.count(")")


def like(pattern):
    return lambda value: re.fullmatch(pattern, value) is not None


tls_version = among("ssl3", "tls1.0", "tls1.1", "tls1.2")
basic = {"debug": boolean, "http_ca_certs_file": text}
way_out = {"http_proxy_host": text, "http_proxy_port": port}
application = {
    "ikey": like(r"DI[A-Z0-9]{18}"),
    "skey": like(r"[a-zA-Z0-9]{40}"),
    "skey_protected": text,
    "api_host": text,
}
handing_on = {"pass_through_attr_names": text, "pass_through_all": boolean, "pw_codec": codec}
eap = {
    **basic,
    **application,
    **way_out,
    **handing_on,
    "client": text,
    "port": port,
    "interface": address,
    "failmode": among("safe", "secure"),
    "client_ip_attr": text,
}
radius = {**eap, "api_timeout": count, "api_port": port}
concatenation = {"factors": factors, "delimiter": text, "delimited_password_length": count, "allow_concat": boolean}
tls = {"minimum_tls_version": tls_version, "cipher_list": ciphers}
asking = {"radius_ip": callers, "radius_secret": text, "radius_secret_protected": text}
exempting = {**asking, "exempt_username": text}
key_pair = [("ikey",), ("api_host",), ("skey", "skey_protected")]
account = [("service_account_username",), ("service_account_password", "service_account_password_protected")]

# Of each type of section: keys, keys that a number follows, whether these may stand without one, and what must be there.
types = {
    "main": (
        {
            **basic,
            **way_out,
            "log_dir": text,
            "log_auth_events": boolean,
            "log_sso_events": boolean,
            "log_max_files": count,
            "log_max_size": count,
            "log_file": boolean,
            "log_stdout": boolean,
            "log_syslog": boolean,
            "syslog_facility": text,
            "interface": address,
            "test_connectivity_on_startup": boolean,
            "fips_mode": boolean,
            "client": text,
            "server": text,
        },
        {},
        False,
        [],
    ),
    "radius_client": (
        {
            **basic,
            **handing_on,
            "secret": text,
            "secret_protected": text,
            "retries": count,
            "retry_wait": count,
            "nas_ip": address,
        },
        {"host": address, "port": port},
        True,
        [("host", "host_1"), ("secret", "secret_protected")],
    ),
    "ad_client": (
        {
            **basic,
            "service_account_username": text,
            "service_account_password": text,
            "service_account_password_protected": text,
            "search_dn": dn,
            "security_group_dn": dn,
            "ldap_filter": ldap_filter,
            "timeout": number,
            "ssl_ca_certs_file": text,
            "ssl_verify_hostname": boolean,
            "bind_dn": dn,
            "ntlm_domain": text,
            "ntlm_workstation": text,
            "port": port,
            "transport": among("clear", "starttls", "ldaps"),
            "auth_type": among("ntlm1", "ntlm2", "plain", "sspi"),
            "username_attribute": text,
            "at_attribute": text,
            "domain_discovery": boolean,
        },
        {"host": text},
        True,
        [("host", "host_1"), ("search_dn",)],
    ),
    "duo_only_client": (basic, {}, False, []),
    "cloud": (
        {
            **basic,
            **application,
            **way_out,
            "service_account_username": text,
            "service_account_password": text,
            "service_account_password_protected": text,
        },
        {},
        False,
        key_pair,
    ),
    "http_proxy": ({**basic, "api_host": text, "port": port, "interface": address, "client_ip": text}, {}, False, [("api_host",)]),
    "radius_server_auto": ({**radius, **concatenation}, exempting, False, key_pair),
    "radius_server_challenge": (
        {**radius, "enroll_challenge": boolean, "prompt_format": among("console", "html", "short")},
        exempting,
        False,
        key_pair,
    ),
    "radius_server_concat": (radius, exempting, False, key_pair),
    "radius_server_iframe": (
        {**radius, "type": text, "iframe_script_uri": text, "script_inject": text},
        exempting,
        False,
        [*key_pair, ("type",)],
    ),
    "radius_server_duo_only": (radius, exempting, False, key_pair),
    "radius_server_eap": (
        {**eap, **concatenation, **tls, "certs": text, "pkey": text, "prompt": text},
        asking,
        False,
        [*key_pair, ("certs",), ("pkey",)],
    ),
    "ldap_server_auto": (
        {
            **basic,
            **application,
            **way_out,
            **concatenation,
            **tls,
            "api_timeout": count,
            "api_port": port,
            "client": text,
            "failmode": among("safe", "secure"),
            "port": port,
            "interface": address,
            "ssl_port": port,
            "ssl_key_path": text,
            "ssl_cert_path": text,
            "exempt_primary_bind": boolean,
            "allow_searches_after_bind": boolean,
            "allow_unlimited_binds": boolean,
            "network_timeout": count,
            "idle_timeout": count,
        },
        {"exempt_ou": dn},
        False,
        key_pair,
    ),
}


def type_of(section):
    return next((name for name in types if re.fullmatch(name + r"\d*", section)), None)


def is_true(values, key):
    value = values.get(key, "false").lower()
    return value == "true" or (number(value) and int(value) != 0)


def numbers(values, stem):
    return {found.group(1) for key in values if (found := re.fullmatch(stem + r"_(\d+)", key))}


def pairs(values):
    """Each caller has a secret, and each secret a caller, by their numbers; there is at least one."""
    ips, secrets = numbers(values, "radius_ip"), numbers(values, "radius_secret(?:_protected)?")
    if not ips or not secrets:
        yield "radius_ip_1 and radius_secret_1 are missing"
    for each in sorted(ips ^ secrets):
        yield f"radius_ip_{each} or radius_secret_{each} is without the other"
    for each in numbers(values, "radius_secret") & numbers(values, "radius_secret_protected"):
        yield f"radius_secret_{each} stands twice"


def together(kind, values):
    """What of one section goes with what."""
    if "http_proxy_port" in values and "http_proxy_host" not in values:
        yield "http_proxy_port without http_proxy_host"
    for key in ("skey", "secret", "service_account_password"):
        if key in values and f"{key}_protected" in values:
            yield f"{key} stands twice"
    if kind.startswith("radius_server"):
        yield from pairs(values)
    if kind == "radius_client":
        for each in numbers(values, "port") - numbers(values, "host"):
            yield f"port_{each} without host_{each}"
    if kind == "ad_client":
        if values.get("auth_type", "ntlm2").lower() != "sspi":
            for either in account:
                if not any(key in values for key in either):
                    yield f"{either[0]} is missing"
        if values.get("auth_type", "").lower() == "plain" and "bind_dn" not in values:
            yield "bind_dn is missing"
        guarded = values.get("transport", "clear").lower() in ("starttls", "ldaps")
        verified = "ssl_verify_hostname" not in values or is_true(values, "ssl_verify_hostname")
        if guarded and verified and "ssl_ca_certs_file" not in values:
            yield "ssl_ca_certs_file is missing"
    if kind == "ldap_server_auto":
        files = [key for key in ("ssl_key_path", "ssl_cert_path") if key in values]
        if len(files) == 1 or ("ssl_port" in values and len(files) < 2):
            yield "ssl_key_path and ssl_cert_path belong together"
        if is_true(values, "allow_unlimited_binds") and is_true(values, "exempt_primary_bind"):
            yield "allow_unlimited_binds with exempt_primary_bind"


def of_section(section, values):
    kind = type_of(section)
    if kind is None:
        return
    fixed, dynamic, bare, required = types[kind]
    for either in required:
        if not any(key in values for key in either):
            yield f"{either[0]} is missing"
    for key, value in values.items():
        stem = re.sub(r"_\d+$", "", key)
        test = fixed.get(key) or (dynamic.get(stem) if stem != key or bare else None)
        if test is None:
            yield f"{key} is unknown"
        elif not test(value):
            yield f"{key} has a value that is none"
    yield from together(kind, values)


def client_of(sections, section):
    clients = [name for name in sections if "client" in name]
    return sections[section].get("client") or sections.get("main", {}).get("client") or (clients[0] if len(clients) == 1 else None)


def listeners(sections):
    """What listens: section, protocol, port, interface, and of RADIUS the callers."""
    for section, values in sections.items():
        interface = values.get("interface", "*")
        if section.startswith("radius_server"):
            for key, value in values.items():
                if re.fullmatch(r"radius_ip_\d+", key) and callers(value):
                    yield section, "radius", int(values.get("port", 1812)), interface, networks(value)
        if section.startswith("ldap_server"):
            yield section, "ldap", int(values.get("port", 389)), interface, None
            if "ssl_key_path" in values and "ssl_cert_path" in values:
                yield section, "ldap", int(values.get("ssl_port", 636)), interface, None


def meet(some, others):
    return any(a.version == b.version and a.overlaps(b) for a in some for b in others)


def collide(one, other):
    (section, protocol, at, interface, ips), (section2, protocol2, at2, interface2, ips2) = one, other
    if (protocol, at) != (protocol2, at2) or not (interface == interface2 or "*" in (interface, interface2)):
        return False
    return section != section2 and meet(ips, ips2) if protocol == "radius" else True


def across(sections):
    main = sections.get("main", {})
    for section, values in sections.items():
        if section.startswith("http_proxy") and "http_proxy_host" in main:
            yield section, "with http_proxy_host of [main]"
        if "server" in section:
            client = client_of(sections, section)
            alone = section.startswith("radius_server_duo_only")
            if alone and "client" in values:
                yield section, "client has no effect"
            if not alone and client not in [name for name in sections if "client" in name]:
                yield section, "no client"
            elif not alone and section.startswith("ldap_server_auto") and not client.startswith("ad_client"):
                yield section, "no directory"
            if "pass_through_attr_names" in values and client and not client.startswith("radius_client"):
                yield section, "pass_through_attr_names with a client that returns none"
            if is_true(main, "fips_mode") and "minimum_tls_version" in values:
                yield section, "minimum_tls_version has no effect"
    all_of_them = list(listeners(sections))
    for i, one in enumerate(all_of_them):
        for other in all_of_them[i + 1 :]:
            if collide(one, other):
                yield other[0], f"listens where [{one[0]}] does"


def checked(content):
    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#", ";"), interpolation=None, empty_lines_in_values=False)
    parser.optionxform = str
    parser.read_string(content)
    sections = {name: dict(parser[name]) for name in parser.sections()}
    inside = [f"{section}: {what}" for section, values in sections.items() for what in of_section(section, values)]
    return {"inside": inside, "across": [f"{section}: {what}" for section, what in across(sections)]}


print(json.dumps([checked(content) for content in json.load(sys.stdin)["files"]]))
