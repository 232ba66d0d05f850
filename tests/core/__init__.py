"""Terraform core, as a provider meets it: what is proposed, what is checked, what is kept.

Written from the numbered rules of the protocol (S, V, C, P, A, R, U, I, D); every breach raises `Violation` with its
rule. It drives any object with the methods of `terraform_twilio.terraform.provider`.
"""

from core.configuration import Block, Later, Reference, Text
from core.terraform import Core, Failed
from core.violation import Violation

__all__ = ["Block", "Core", "Failed", "Later", "Reference", "Text", "Violation"]
