"""Names as English words: `sip_domain` is "SIP domain"."""

from __future__ import annotations

SPELLED = {
    "a2p": "A2P",
    "acl": "ACL",
    "ai": "AI",
    "alg": "algorithm",
    "amd": "answering machine detection",
    "api": "API",
    "apn": "APNs",
    "app": "app",
    "arn": "ARN",
    "asn": "ASN",
    "aws": "AWS",
    "byoc": "BYOC",
    "cc": "CC",
    "cidr": "CIDR",
    "cnam": "CNAM",
    "csv": "CSV",
    "dca": "DCA",
    "dtmf": "DTMF",
    "ein": "EIN",
    "esim": "eSIM",
    "ette": "ETTE",
    "facebook": "Facebook",
    "fcm": "FCM",
    "flex": "Flex",
    "gcm": "GCM",
    "http": "HTTP",
    "iccid": "ICCID",
    "id": "ID",
    "ids": "IDs",
    "imei": "IMEI",
    "imeisv": "IMEISV",
    "imsi": "IMSI",
    "ip": "IP",
    "iso": "ISO",
    "json": "JSON",
    "jwt": "JWT",
    "kms": "KMS",
    "lata": "LATA",
    "loa": "letter of authorization",
    "lrn": "LRN",
    "mcc": "MCC",
    "mms": "MMS",
    "mnc": "MNC",
    "msisdn": "MSISDN",
    "oauth": "OAuth",
    "pdf": "PDF",
    "pii": "PII",
    "pin": "PIN",
    "pkce": "PKCE",
    "qa": "QA",
    "qos": "QoS",
    "rtp": "RTP",
    "scim": "SCIM",
    "sdk": "SDK",
    "sdp": "SDP",
    "sha": "SHA",
    "sid": "SID",
    "sids": "SIDs",
    "sim": "SIM",
    "sip": "SIP",
    "smpp": "SMPP",
    "sms": "SMS",
    "sna": "SNA",
    "srtp": "SRTP",
    "ssl": "SSL",
    "studio": "Studio",
    "tls": "TLS",
    "totp": "TOTP",
    "ttl": "TTL",
    "twiml": "TwiML",
    "twilio": "Twilio",
    "ui": "UI",
    "uri": "URI",
    "url": "URL",
    "urls": "URLs",
    "us": "US",
    "usa2p": "US A2P",
    "utc": "UTC",
    "vip": "VIP",
    "vpn": "VPN",
    "whatsapp": "WhatsApp",
    "yaml": "YAML",
}


def words(name: str) -> str:
    """The name in words, abbreviations spelled as English spells them."""
    return " ".join(SPELLED.get(part, part) for part in name.split("_") if part)


def capital(text: str) -> str:
    """The text with its first letter raised, unless its first word is a spelling of its own."""
    return text if text.split(" ", 1)[0] in SPELLED.values() else text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text ended by one full stop."""
    return text.rstrip(". \n") + "."


def choice(values: list[object], conjunction: str = "or") -> str:
    """The values as code, joined as English joins them."""
    quoted = [f"`{literal(value)}`" for value in values]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {conjunction} {quoted[-1]}"


def literal(value: object) -> str:
    """The value as Terraform writes it, without quotes."""
    return str(value).lower() if isinstance(value, bool) else str(value)
