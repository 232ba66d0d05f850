"""Parameters that come back under another name, by kind.

Source: differences between the documents' requests and answers (twilio-api.md C.2), and recorded answers. A plural
(`Permission` -> `permissions`) and a SID (`Fleet` -> `fleet_sid`) need no line here.
"""

SIP = "api.twilio.com/2010-04-01/Accounts/{}/SIP/Domains/{}"
LIST, ACL = {"CredentialListSid": "sid"}, {"IpAccessControlListSid": "sid"}

RENAMES: dict[str, dict[str, str]] = {
    "api.twilio.com/2010-04-01/Accounts/{}/IncomingPhoneNumbers/{}/AssignedAddOns": {"InstalledAddOnSid": "sid"},
    SIP + "/Auth/Calls/CredentialListMappings": LIST,
    SIP + "/Auth/Calls/IpAccessControlListMappings": ACL,
    SIP + "/Auth/Registrations/CredentialListMappings": LIST,
    SIP + "/CredentialListMappings": LIST,
    SIP + "/IpAccessControlListMappings": ACL,
    "content.twilio.com/v1/Content/{}/ApprovalRequests/whatsapp": {"category": "category", "name": "name"},
    "flex-api.twilio.com/v1/Insights/QualityManagement/Questions": {"CategorySid": "category.category_sid"},
    "flex-api.twilio.com/v1/PluginService/Releases": {"ConfigurationId": "configuration_sid"},
    "lookups.twilio.com/v2/PhoneNumbers/{}/Overrides": {"line_type": "overridden_line_type",
                                                       "reason": "override_reason"},
    "marketplace.twilio.com/v1/ReferralConversion": {"referral_account_sid": "converted_account_sid"},
    "messaging.twilio.com/v1/Services/{}/PhoneNumbers": {"PhoneNumberSid": "sid"},
    "messaging.twilio.com/v1/Services/{}/ShortCodes": {"ShortCodeSid": "sid"},
    "messaging.twilio.com/v1/Services/{}/ChannelSenders": {"Sid": "sid"},
    "proxy.twilio.com/v1/Services/{}/PhoneNumbers": {"Sid": "sid"},
    "supersim.twilio.com/v1/NetworkAccessProfiles/{}/Networks": {"Network": "sid"},
    "taskrouter.twilio.com/v1/Workspaces/{}/Tasks": {"TaskChannel": "task_channel_unique_name"},
    "taskrouter.twilio.com/v1/Workspaces/{}/Workers/{}/Channels": {"Capacity": "configured_capacity"},
    "trunking.twilio.com/v1/Trunks/{}/CredentialLists": LIST,
    "trunking.twilio.com/v1/Trunks/{}/IpAccessControlLists": ACL,
    "trunking.twilio.com/v1/Trunks/{}/PhoneNumbers": {"PhoneNumberSid": "sid"},
}
