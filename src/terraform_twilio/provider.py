"""The composition root: answers `terraform.provider` with the catalogue, the engine and the Twilio client.

Only wiring: what decides is in `engine`. One `Provider` per connection (Z5).
"""

from __future__ import annotations

from _thread import allocate_lock

from terraform_twilio import __version__
from terraform_twilio.catalogue.lookup import PLURAL, RESOURCE, SINGULAR, Catalogue, UnknownName, read_compiled
from terraform_twilio.catalogue.resource_type import ResourceType
from terraform_twilio.engine import configuration, diagnose, planning, replacing, validate
from terraform_twilio.engine import data_source as data_sources
from terraform_twilio.engine import upgrade as upgrades
from terraform_twilio.engine.private import from_bytes
from terraform_twilio.engine.stop import Stop
from terraform_twilio.terraform import provider as answers
from terraform_twilio.terraform.json_text import dumps, loads

NAME = "twilio"
ADDRESSES = ("registry.terraform.io/hashicorp/twilio", "registry.terraform.io/twilio/twilio")


class Provider:
    """One provider configuration. `log` may be None; `environ` is where credentials are looked for besides HCL.

    `stop` ends every wait, and is what waits."""

    def __init__(self, catalogue: Catalogue, environ: dict, log: object = None, *, stop: Stop | None = None) -> None:
        self._catalogue = catalogue
        self._environ = environ
        self._log = log
        self._stopping = stop or Stop()
        self._session = None
        self._session_lock = allocate_lock()
        self._configured: dict = {}
        self._terraform_version = ""
        self._shown = replacing.Shown()

    # --- types -------------------------------------------------------------------------------------------------------

    def provider_schema_bytes(self) -> bytes:
        return read_compiled("schema.bin")

    def resource_type_names(self) -> list:
        return self._catalogue.names(RESOURCE)

    def data_source_names(self) -> list:
        return self._catalogue.names(SINGULAR) + self._catalogue.names(PLURAL)

    def type_of_provider(self) -> list:
        return ["object", dict.fromkeys(configuration.ARGUMENTS, "string")]

    def type_of_resource(self, name: str) -> list:
        return ["object", self._resource_type(name).wire_types]

    def type_of_data_source(self, name: str) -> list:
        return ["object", self._data_source(name).wire_types]

    def _resource_type(self, name: str) -> ResourceType:
        try:
            return ResourceType(name, self._catalogue.find(RESOURCE, name))
        except UnknownName as error:
            raise answers.UnknownTypeName(name) from error

    def _data_source(self, name: str) -> data_sources.DataSource:
        for kind in (SINGULAR, PLURAL):
            try:
                return data_sources.DataSource(name, self._catalogue.find(kind, name), plural=kind == PLURAL)
            except UnknownName:
                continue
        raise answers.UnknownTypeName(name)

    # --- configuration -----------------------------------------------------------------------------------------------

    def validate_provider_config(self, request):
        return answers.DiagnosticsResponse(diagnostics=configuration.validate_provider(request.config or {}))

    def configure_provider(self, request):
        self._configured = request.config or {}
        self._terraform_version = request.terraform_version or ""
        self._session = None
        self._mask_secrets()
        return answers.DiagnosticsResponse(diagnostics=configuration.unusable(self._configured, self._environ))

    def _mask_secrets(self) -> None:
        """Whatever the log is given later, the credentials never show in it."""
        if self._log is not None:
            for secret in configuration.secrets(self._configured, self._environ):
                self._log.mask(secret)

    @property
    def session(self):
        """The client, made at the first call: most launches never make one. One for all threads: it keeps connections
        and logins."""
        with self._session_lock:
            if self._session is None:
                self._session = self._new_session()
            return self._session

    def _new_session(self):
        from terraform_twilio.engine.session import Session  # loads the client: only where an API call follows
        from terraform_twilio.twilio.client import Client

        client = Client(configuration.credentials(self._configured, self._environ),
                        **configuration.reach(self._configured, self._environ),
                        app=configuration.app(self._configured, self._environ), user_agent=self._user_agent(),
                        sleep=self._pause, log=self._log, environ=self._environ,
                        loads=loads, dumps=dumps)
        return Session(client, self._pause, self._catalogue)

    def _user_agent(self) -> str:
        return f"Terraform/{self._terraform_version} (+https://www.terraform.io) terraform-provider-twilio/{__version__}"

    def stop(self) -> None:
        """Ends every wait, and lets go of connections that nobody uses: with -debug the process outlives its providers."""
        self._stopping.set()
        if self._session is not None:
            self._session.client.hang_up()
            self._session.client.close()

    def _pause(self, seconds: float) -> None:
        from terraform_twilio.twilio.errors import Interrupted  # the client is loaded by then

        if self._stopping.wait(seconds):
            raise Interrupted("Terraform was asked to stop.")

    # --- resources ---------------------------------------------------------------------------------------------------

    def validate_resource_config(self, request):
        resource_type = self._resource_type(request.type_name)
        return answers.DiagnosticsResponse(diagnostics=validate.resource_config(resource_type, request.config or {}))

    def upgrade_resource_state(self, request):
        resource_type = self._resource_type(request.type_name)
        if not isinstance(request.raw_state, dict):
            problem = diagnose.unreadable_state(request.type_name, "It is no JSON object; Terraform 0.11 wrote such states.")
            return answers.UpgradeResourceStateResponse(diagnostics=[problem])
        state = upgrades.upgraded(resource_type, request.version or 0, request.raw_state)
        self._shown.show(resource_type, state)
        return answers.UpgradeResourceStateResponse(upgraded_state=state, diagnostics=[])

    def plan_resource_change(self, request):
        resource_type = self._resource_type(request.type_name)
        self._shown.settle(resource_type, request.prior_state)
        return planning.plan_resource_change(resource_type, request, lambda: self.session,
                                             lambda: self._shown.tainted(resource_type, self._stopping.wait))

    def read_resource(self, request):
        from terraform_twilio.engine.read import read  # 0.1 ms, and only a refresh reads

        resource_type = self._resource_type(request.type_name)
        self._shown.settle(resource_type, request.current_state)
        reading = read(self.session, resource_type, request.current_state, from_bytes(request.private))
        if not reading.diagnostics:
            self._shown.show(resource_type, reading.state)
        private = request.private if reading.diagnostics else reading.private.to_bytes()
        return answers.ReadResourceResponse(new_state=reading.state, private=private, diagnostics=reading.diagnostics)

    def apply_resource_change(self, request):
        from terraform_twilio.engine import apply  # 0.3 ms, and no plan applies

        change = apply.Change(self._resource_type(request.type_name), request.prior_state, request.planned_state,
                              request.config, from_bytes(request.planned_private))
        self._shown.settle(change.resource_type, change.prior_state)
        outcome = apply.apply(self.session, change, self._log)
        return answers.ApplyResourceChangeResponse(new_state=outcome.state, private=outcome.private.to_bytes(),
                                                   diagnostics=outcome.diagnostics)

    def import_resource_state(self, request):
        from terraform_twilio.engine.import_state import import_state  # 0.1 ms, and imports are rare
        from terraform_twilio.twilio.errors import TwilioError

        resource_type = self._resource_type(request.type_name)
        try:
            state, private, diagnostics = import_state(self.session, resource_type, request.id)
        except TwilioError as problem:
            return answers.ImportResourceStateResponse(diagnostics=[diagnose.failed("import", resource_type, problem)])
        return answers.ImportResourceStateResponse(type_name=request.type_name, state=state,
                                                   private=private.to_bytes(), diagnostics=diagnostics)

    def move_resource_state(self, request):
        target = self._resource_type(request.target_type_name)
        try:
            source = self._catalogue.find(RESOURCE, request.source_type_name)
        except UnknownName:
            source = None
        if source is None or source.name != target.entry.name:
            problem = diagnose.move_declined(request.source_type_name, request.target_type_name)
            return answers.MoveResourceStateResponse(diagnostics=[problem])
        state = upgrades.upgraded(target, request.source_schema_version or 0, request.source_state)
        return answers.MoveResourceStateResponse(target_state=state, diagnostics=[],
                                                 target_private=from_bytes(request.source_private).to_bytes())

    # --- data sources ------------------------------------------------------------------------------------------------

    def validate_data_resource_config(self, request):
        source = self._data_source(request.type_name)
        return answers.DiagnosticsResponse(diagnostics=data_sources.validate_config(source, request.config or {}))

    def read_data_source(self, request):
        source = self._data_source(request.type_name)
        state, diagnostics = data_sources.read_data_source(self.session, source, request.config or {})
        return answers.ReadDataSourceResponse(state=state, diagnostics=diagnostics)


def new_provider(environ: dict | None = None, log: object = None) -> Provider:
    """A provider on the compiled tables; `environ` defaults to the process's own."""
    if environ is None:
        from os import environ as process_environ  # 0.5 ms, and a launch hands its own over

        environ = dict(process_environ)
    return Provider(Catalogue(read_compiled("entries.txt")), environ, log)
