"""Everything a practitioner is told, one function each: what happened, why, and what now (A11)."""

from __future__ import annotations

from terraform_twilio.terraform.diagnostics import Diagnostic, error, warning
from terraform_twilio.twilio.errors import ACCOUNT_NOT_ACTIVE, CredentialsError, Interrupted, ResponseError, TransportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.model import Attribute
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.twilio.errors import TwilioError, UnusableValue


# --- calls that failed -----------------------------------------------------------------------------------------------

def failed(action: str, resource_type: ResourceType, problem: TwilioError, *, afterwards: str = "") -> Diagnostic:
    """A call that did not do what was asked; `action` is create, read, update, delete or import."""
    if getattr(problem, "code", None) == ACCOUNT_NOT_ACTIVE:
        afterwards = sentences(afterwards, NOT_ACTIVE)
    detail = sentences(_said(problem), afterwards)
    return error(f"Unable to {action} {resource_type.name}", detail, _blamed(resource_type, problem))


def _said(problem: TwilioError) -> str:
    if isinstance(problem, ResponseError):
        return _answered(problem)
    if isinstance(problem, TransportError) and problem.sent:
        return f"Twilio did not answer: {problem}. Whether it acted on the request is not known."
    if isinstance(problem, TransportError):
        return f"Twilio could not be reached: {problem}. Nothing was changed."
    if isinstance(problem, Interrupted):
        return "Terraform was asked to stop before Twilio had finished."
    return str(problem)


def _answered(problem: ResponseError) -> str:
    code = f", error {problem.code}" if problem.code is not None else ""
    lines = [f"Twilio answered (HTTP {problem.status}{code}): {problem.message}"]
    lines += [f"{part.get('pointer') or 'request'}: {part.get('detail')}" for part in problem.errors]
    lines += [f"{place}: {said}" for place, said in detailed(problem.details)]
    if problem.more_info:
        lines.append(f"More about this error: {problem.more_info}")
    if problem.request_id:
        lines.append(f"Request id, for Twilio's support: {problem.request_id}")
    return "\n".join(lines)


def detailed(details: object) -> list[tuple]:
    """(place, message) of each error in an answer's `details`, where they have that form (Studio's definitions)."""
    errors = details.get("errors") if isinstance(details, dict) else None
    return [(part.get("property_path") or part.get("path") or "request", part.get("message"))
            for part in (errors if isinstance(errors, list) else ()) if isinstance(part, dict) and part.get("message")]


def sentences(*parts: str) -> str:
    """Paragraphs of a detail; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def _blamed(resource_type: ResourceType, problem: TwilioError) -> tuple:
    """The one argument whose parameter the answer names, as a path; else the whole block."""
    if not isinstance(problem, ResponseError) or problem.status != 400:
        return ()
    words = {word.strip(".,:;'\"()[]{}`") for word in problem.message.split()}
    named = [attribute.name for attribute in resource_type.arguments
             if words.intersection({attribute.create, attribute.update} - {None})]
    return (named[0],) if len(named) == 1 else ()


HALF_CREATED = ("The object exists at Twilio and is kept in the state, marked as tainted: the next apply would delete it "
                "and create another one. To keep it instead, run `terraform untaint` and apply again.")
MAY_EXIST = ("It may have been created all the same, and is not in the state. Look for it in the Twilio Console; "
             "if it is there, import it or delete it before you apply again.")
NOT_ACTIVE = ("The account is suspended or closed. Activate it; where it is closed for good, `terraform state rm` forgets what "
              "was in it.")
KEPT_WAITING = ("The object exists at Twilio and is kept in the state. This is a warning only because an error would have "
                "Terraform replace the object. The next apply waits for it again, and fails where it has not come further.")
UNCHANGED = "The state keeps what Twilio really has; the next plan shows the change again."


def not_cleared(resource_type: ResourceType, attribute: Attribute) -> Diagnostic:
    """K19."""
    return error(f"Twilio kept {attribute.name}",
                 f"{attribute.name} was removed from the configuration of this {resource_type.name}, and Twilio was asked "
                 "to clear it, but answered with the old value. The state keeps that value. Write the value that you want.",
                 (attribute.name,))


def settled_badly(resource_type: ResourceType, status: object, payload: dict) -> Diagnostic:
    reasons = [str(payload[name]) for name in REASONS if payload.get(name)]
    return error(f"{resource_type.name} ended as {status}",
                 sentences(f"Twilio accepted the request, then reported the status {status}.",
                           f"It says: {'; '.join(reasons)}" if reasons else "", HALF_CREATED))


REASONS = ("error_message", "errors", "failure_reason", "rejection_reason", "error_code")


def settles_slowly(resource_type: ResourceType, status: object, seconds: float) -> Diagnostic:
    return error(f"{resource_type.name} is still {status}",
                 sentences(f"Twilio was still working on it after {seconds / 60:g} minutes. The argument timeouts "
                           "gives it longer.", HALF_CREATED))


def not_looked_at(resource_type: ResourceType) -> Diagnostic:
    """Not an error, for that would have Terraform replace what is in order."""
    return warning(f"{resource_type.name} was created, but not read",
                   "Terraform was asked to stop. The object is complete at Twilio and kept in the state, where some of its "
                   "values are still empty; the next plan reads them.")


def kept_waiting(problem: Diagnostic) -> Diagnostic:
    """What ended the wait of a create, where an error would taint the object and the next apply would pay anew."""
    return warning(problem.summary, problem.detail.replace(HALF_CREATED, KEPT_WAITING))


def still_in_use(resource_type: ResourceType, problem: ResponseError, seconds: float) -> Diagnostic:
    return error(f"{resource_type.name} is still in use",
                 sentences(_answered(problem), f"The delete was tried for {seconds:.0f} seconds. Destroy, or detach, what "
                           "uses it first; where that is outside Terraform, in the Twilio Console. Where this apply was "
                           "to change what uses it: Terraform deletes first, unless an earlier apply has seen "
                           "`lifecycle { create_before_destroy = true }` in the block of this resource. So put the block "
                           "back with that line, apply, and then take it out."))


def defect(action: str, resource_type_name: str, problem: Exception) -> Diagnostic:
    """A mistake of ours. The exception's own text may hold values, so only its class is told."""
    return error(f"Unable to {action} {resource_type_name}: a defect in the provider",
                 f"The provider met an internal error ({type(problem).__name__}) that it should have handled. Please report "
                 "it, with the provider's log (TF_LOG_PROVIDER=debug) of this run.")


def without_id(resource_type: ResourceType) -> Diagnostic:
    return error(f"{resource_type.name} was created, but its id is not known",
                 "Twilio's answer does not hold the values that make up its id. Look for the object in the Twilio Console, "
                 "remove the resource from the state with `terraform state rm`, and import the object.")


def in_an_update(problem: Diagnostic) -> Diagnostic:
    """What was said of a create, where the object before is still there."""
    return Diagnostic(problem.severity, problem.summary, problem.detail.replace(HALF_CREATED, UNCHANGED), problem.path)


# --- reading ---------------------------------------------------------------------------------------------------------

def missing_in_another_account(resource_type: ResourceType, owner: str, addressed: str) -> Diagnostic:
    """Q2: a wrong credential must never look like a deletion."""
    return error(f"{resource_type.name} belongs to another account",
                 f"The state says that it belongs to {owner}, but the provider's credentials address {addressed}, where it "
                 f"is not found. It stays in the state. Use credentials of {owner}, or remove it with `terraform state rm`.")


def untouched_in_another_account(resource_type: ResourceType, owner: str, addressed: str) -> Diagnostic:
    """Q2, where every account has one: a wrong credential must not change what is another account's."""
    return error(f"{resource_type.name} belongs to another account",
                 f"The state says that it belongs to {owner}, but the provider's credentials address {addressed}, which may "
                 f"have one of its own: that one is neither read nor changed. Use credentials of {owner}, or remove it with "
                 "`terraform state rm`.")


def invalid_import_id(resource_type: ResourceType, import_id: str, reason: str, form: str) -> Diagnostic:
    return error("Invalid import ID",
                 f"{import_id!r} is no id of {resource_type.name}: {reason}. It is written as {form}, each part "
                 "percent-encoded.")


def import_from_another_account(resource_type: ResourceType, named: str, addressed: str) -> Diagnostic:
    return error("Import from another account",
                 f"The id names the account {named}, but the provider's credentials are those of {addressed}. "
                 f"On this API the credentials decide the account: configure a provider for {named} to import "
                 f"{resource_type.name}.")


def imported_unseen(resource_type: ResourceType, import_id: str) -> Diagnostic:
    return warning(f"{resource_type.name} was imported without being read",
                   f"Twilio offers no way to read it: Terraform takes {import_id} on trust and knows nothing else of it. "
                   "Make sure that it exists; the next apply writes what is configured, and a secret stays unknown.")


# --- planning --------------------------------------------------------------------------------------------------------

def is_only_forgotten(resource_type: ResourceType) -> Diagnostic:
    return warning(f"{resource_type.name} is not deleted at Twilio",
                   "Twilio's API has no way to delete it. Terraform removes it from the state and leaves it as it is.")


def is_reset(resource_type: ResourceType, names: list) -> Diagnostic:
    changed = f"That changes {', '.join(names)}." if names else "For that nothing has to be changed."
    return warning(f"{resource_type.name} is not deleted at Twilio, but reset",
                   "Twilio's API has no way to delete it. Because of reset_on_destroy, what this resource wrote goes "
                   f"back to its default, or is removed. {changed} The rest stays as it is.")


NAMES = ("phone_number", "friendly_name", "id")


def loss(resource_type: ResourceType, state: dict, afterwards: str = "") -> Diagnostic:
    """What destroying or replacing this one costs; the catalogue says it. Of `state` only NAMES are told."""
    return warning(f"{_named(resource_type, state)} will be lost", sentences(_cost(resource_type, state), afterwards))


def _named(resource_type: ResourceType, state: dict) -> str:
    return f"{resource_type.name} {next(state[name] for name in NAMES if state.get(name))}"


def _cost(resource_type: ResourceType, state: dict) -> str:
    return f"{resource_type.entry.loss} ({state.get('id')})"


TAINTED = ("It is marked as tainted, so Terraform plans another one in its place. To keep it, run `terraform untaint` with its "
           "address before you apply.")


def loss_was_ordered(resource_type: ResourceType, state: dict) -> Diagnostic:
    """P15: of such a plan core shows no warning, but an error."""
    return error(f"{_named(resource_type, state)} would be lost",
                 sentences(_cost(resource_type, state),
                           "Terraform was told to replace it, by -replace or replace_triggered_by; its arguments do not ask "
                           "for that. Terraform shows no warning of a provider in such a plan, so it is refused. To give the "
                           "object up all the same, take two steps: `terraform destroy -refresh=false -target=ADDRESS`, "
                           "which says what is lost and asks, and then `terraform apply`. (Without -refresh=false a destroy "
                           "begins with this very plan.)"))


def omitted_at_creation(resource_type: ResourceType, names: list, canonical: str) -> Diagnostic:
    listed = ", ".join(names)
    return warning(f"{resource_type.name} does not keep {listed}",
                   f"Twilio shows {listed} once, when it creates the object, and this resource type has no attribute for it. "
                   f"Use {canonical}, which keeps it as a sensitive value.")


# --- validation ------------------------------------------------------------------------------------------------------

def required_is_null(attribute: Attribute, above: tuple = ()) -> Diagnostic:
    """W1."""
    return error("Missing required argument", f"{attribute.name} must have a value, and is null here.",
                 (*above, attribute.name))


def not_in_enum(attribute: Attribute, value: object, path: tuple) -> Diagnostic:
    return error(f"Invalid value for {attribute.name}",
                 f"{value!r} is none of the values that Twilio takes: {', '.join(map(str, attribute.enum))}.", path)


def not_in_limits(attribute: Attribute, said: str, path: tuple) -> Diagnostic:
    return error(f"Invalid value for {attribute.name}", said, path)


def not_of_pattern(attribute: Attribute, path: tuple) -> Diagnostic:
    return error(f"Invalid value for {attribute.name}",
                 f"The value does not have the form that Twilio takes, {attribute.pattern}.", path)


def not_json(attribute: Attribute, reason: str, path: tuple) -> Diagnostic:
    return error(f"Invalid JSON in {attribute.name}",
                 f"The value is not JSON text: {reason}. Terraform's jsonencode() writes it for you.", path)


def placeholder(name: str, what: str, path: tuple) -> Diagnostic:
    return error(f"{name} holds a placeholder", f"The value is made of X's, as in an example. Replace it with {what}.", path)


def sid_of_another_kind(name: str, value: str, what: str, path: tuple) -> Diagnostic:
    return error(f"{name} holds the SID of something else",
                 f"The value begins with {value[:2]}; what belongs there is {what}.", path)


def not_a_sid(name: str, what: str, path: tuple) -> Diagnostic:
    return warning(f"{name} does not look like a SID", f"What belongs there is {what}. Twilio will have the last word.", path)


def not_a_date(attribute: Attribute, path: tuple) -> Diagnostic:
    return warning(f"{attribute.name} does not look like a date",
                   "Dates are written as 2020-01-31, times as 2020-01-31T15:30:00Z. Twilio will have the last word.", path)


def not_a_duration(reason: str, path: tuple) -> Diagnostic:
    return error("Invalid timeout", f"{reason}.", path)


def needs_one_of(names: list) -> Diagnostic:
    return error("Missing argument", f"At least one of {', '.join(names)} must have a value.")


def needs_beside(name: str, missing: list) -> Diagnostic:
    return error("Missing argument",
                 f"Twilio takes {name} together with {', '.join(missing)} only: give {', '.join(missing)} a value, too, or "
                 f"take {name} out.", (name,))


def contradicting_accounts(path_account: str) -> Diagnostic:
    """Q3."""
    return error("Two different accounts",
                 f"{path_account} and account_sid name different accounts. {path_account} is the older name of the same "
                 "argument: write account_sid alone.", (path_account,))


def unknown_type(kind: str, name: str) -> Diagnostic:
    return error(f"Unknown {kind} {name}", f"This version of the provider has no {kind} of that name.")


# --- state -----------------------------------------------------------------------------------------------------------

def unreadable_state(resource_type_name: str, reason: str) -> Diagnostic:
    return error(f"Unable to read the stored state of {resource_type_name}", reason)


def move_declined(source: str, target: str) -> Diagnostic:
    """Q4."""
    return error("Unable to move this resource",
                 f"{source} and {target} are different resource types, so the state of one says nothing about the other. "
                 "Import the object instead.")


# --- provider --------------------------------------------------------------------------------------------------------

def credentials(problem: CredentialsError) -> Diagnostic:
    return error("Twilio credentials cannot be used", str(problem))


def unusable_argument(name: str, problem: UnusableValue) -> Diagnostic:
    return error(f"Invalid value for {name}", str(problem), (name,))


# --- data sources ----------------------------------------------------------------------------------------------------

def not_found(name: str, criteria: dict) -> Diagnostic:
    """D3."""
    said = ", ".join(f"{key} = {value}" for key, value in criteria.items()) or "no criteria"
    return error(f"{name} not found", f"Twilio has no object with {said} in the account that was addressed.")


def not_one(name: str, criteria: dict, ids: list, many: int) -> Diagnostic:
    """A search must find exactly one."""
    if not many:
        return not_found(name, criteria)
    said = ", ".join(f"{key} = {value}" for key, value in criteria.items())
    more = f" and {many - len(ids)} more" if many > len(ids) else ""
    return error(f"{many} objects match {name}", f"{said} is true of {', '.join(ids)}{more}. Ask for one of them by its id, "
                 "or narrow the search.")


def id_and_search(own: str, searched: list) -> Diagnostic:
    return error("Two ways to name one object", f"{own} already says which object is meant; leave out {', '.join(searched)}.",
                 (searched[0],))
