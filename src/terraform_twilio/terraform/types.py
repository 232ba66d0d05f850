"""Types as Terraform's protocol writes them in JSON.

"string", "number", "bool", "dynamic"; ["list", T], ["set", T], ["map", T]; ["object", {name: T}]; ["tuple", [T, ...]].
A schema's implied type is the object of its attributes; nested attributes imply an object, or a list, set or map of it.
"""

from __future__ import annotations

STRING = "string"
NUMBER = "number"
BOOL = "bool"
DYNAMIC = "dynamic"
