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
