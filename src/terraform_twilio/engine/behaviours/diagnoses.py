"""What the behaviours tell a practitioner, one function each: what happened, why, and what now (A11)."""

from __future__ import annotations

from terraform_twilio.engine import diagnose
from terraform_twilio.terraform.diagnostics import Diagnostic, error, warning

TYPE_CHECKING = False
if TYPE_CHECKING:
    from terraform_twilio.catalogue.resource_type import ResourceType
    from terraform_twilio.twilio.errors import ResponseError, TwilioError


# --- phone numbers ---------------------------------------------------------------------------------------------------

def search_beside(name: str) -> Diagnostic:
    return error("Two ways to choose a phone number",
                 f"search and {name} both say which number to buy. Write one; an area code can stand inside search.",
                 ("search",))


def nothing_on_sale(search: dict) -> Diagnostic:
    asked = ", ".join(f"{name} = {value}" for name, value in sorted(search.items()) if value is not None)
    return error("No phone number on sale fits the search",
                 f"Twilio offers no number with {asked}. Nothing was bought. Ask for less, or for another type.",
                 ("search",))


def search_failed(resource_type: ResourceType, problem: TwilioError) -> Diagnostic:
    return diagnose.failed("search a phone number for", resource_type, problem, afterwards="Nothing was bought.")


def adopted(resource_type: ResourceType, state: dict) -> Diagnostic:
    return warning(f"{state.get('phone_number')} belonged to the account already",
                   f"It was not bought again: this {resource_type.name} manages it from now on ({state.get('sid')}), "
                   "with what is configured here. Destroying gives it back, unless release_on_destroy is false.")


# --- reviews ---------------------------------------------------------------------------------------------------------

LET_GO = ("What was handed in stays with Twilio. The resource is marked as tainted, which costs nothing here: the next apply "
          "waits again, and hands in again what the review has refused. Correct that first.")
HAND_IN_AGAIN = ("What was handed in stays with Twilio, and the next apply waits again. What the review has refused is not "
                 "handed in again by itself: correct it, then apply with -replace and the address of this resource, which "
                 "deletes nothing at Twilio.")


def of_a_review(problem: Diagnostic) -> Diagnostic:
    detail = problem.detail.replace(diagnose.HALF_CREATED, LET_GO).replace(diagnose.UNCHANGED, HAND_IN_AGAIN)
    return Diagnostic(problem.severity, problem.summary, detail, problem.path)


# --- Studio ----------------------------------------------------------------------------------------------------------

def wrong_definition(place: str, said: str) -> Diagnostic:
    return error("Twilio finds the definition invalid", f"{place}: {said}", ("definition",))


def not_validated(resource_type: ResourceType, problem: TwilioError) -> Diagnostic:
    return diagnose.failed("validate", resource_type, problem,
                           afterwards="It was asked because validate = true; nothing was changed.")


# --- TaskRouter ------------------------------------------------------------------------------------------------------

def own_activity_comes_back(resource_type: ResourceType, name: str) -> Diagnostic:
    return warning(f"{resource_type.name} is not deleted at Twilio, but reset",
                   f"The workspace's own activity {name} becomes its default and timeout activity again, so that the "
                   "activities named here can be deleted. With reset_on_destroy = false everything stays as it is.")


# --- ported numbers --------------------------------------------------------------------------------------------------

def webhook_without_url(name: str) -> Diagnostic:
    return error("A webhook without a URL",
                 f"{name} is the URL of this type of webhook: without it there is none. Write it, or name the other type.",
                 (name,))


# --- Flex ------------------------------------------------------------------------------------------------------------

def name_is_kept(resource_type: ResourceType, refusal: ResponseError, archived: dict) -> Diagnostic:
    name = archived.get("unique_name")
    said = diagnose.failed("create", resource_type, refusal,
                           afterwards=f"{name} is the name of {archived.get('sid')}, which is archived: by a destroy, or "
                           "outside of Terraform. Archiving is for ever, and an archived plugin keeps its name, so neither "
                           "it nor its name can be used again. Nothing was created. Write another unique_name, and the same "
                           "as the name in the plugin's package.json.")
    return error(f"The name {name} belongs to an archived plugin", said.detail, ("unique_name",))


# --- uploads, builds -------------------------------------------------------------------------------------------------

def content_and_source() -> Diagnostic:
    return error("Two contents", "content and source both say what is to be uploaded. Keep one of them.", ("source",))


def upload_needs(name: str, missing: list) -> Diagnostic:
    return error("Missing argument", f"{name} is uploaded to a place: {' and '.join(missing)} must have a value.",
                 (name,))


def path_without_slash(path: str) -> Diagnostic:
    return error("Invalid value for path", f"A path begins with a slash: /{path}", ("path",))


def nothing_to_describe(name: str, what: str) -> Diagnostic:
    return error("Nothing to upload", f"{name} describes {what}, which has no value here.", (name,))


def place_without_content(name: str) -> Diagnostic:
    return error("Nothing to upload", f"{name} belongs to what is uploaded, and changes by another upload only. Write "
                 "content or source too.", (name,))


def empty_text(name: str) -> Diagnostic:
    return error(f"Invalid value for {name}", f"{name} may be left out, but not be empty.", (name,))


def unreadable_file(name: str, path: object, reason: str) -> Diagnostic:
    return error("Unable to read a file", f"{name} names the file {path}, which cannot be read: {reason}. Nothing was "
                 "sent to Twilio.", (name,))


def build_failed(resource_type: ResourceType, state: dict, afterwards: str) -> Diagnostic:
    """Twilio gives no reason at all, so what went into the build has to do."""
    made_of = [f"{len(state.get(name) or [])} {words}" for name, words in (
        ("function_versions", "function versions"), ("asset_versions", "asset versions"))]
    return error(f"{resource_type.name} failed to build", diagnose.sentences(
        f"Twilio reports that the build {state.get('sid')} failed, and gives no reason. It was made of "
        f"{' and '.join(made_of)}, runtime {state.get('runtime')}, dependencies {state.get('dependencies') or 'none'}.",
        "What usually is wrong: a dependency or a version of one that npm does not have, a runtime that Twilio no longer "
        "offers, two versions under one path, or code that does not parse.",
        afterwards))


def code_is_built(resource_type: ResourceType) -> Diagnostic:
    return warning(f"How {resource_type.name} is removed from what is deployed",
                   "Terraform deletes it before it updates the build, unless an earlier apply has seen `lifecycle { "
                   "create_before_destroy = true }` in its block. Without that, take two steps: put the block back, take "
                   "its version out of the build and apply; then remove the block.")


def builds_left(sids: list) -> Diagnostic:
    return warning("Older builds are left at Twilio",
                   f"Environments still run {', '.join(sids)}, which this resource had made before. Twilio does not "
                   "delete a build that is deployed; delete them once something else is.")
