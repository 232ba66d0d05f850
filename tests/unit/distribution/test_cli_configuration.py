"""Does `init` look into the mirror? The CLI configuration decides, wherever it comes from."""

from pathlib import Path

import pytest

from terraform_twilio.distribution import settings_text
from terraform_twilio.distribution.cli_configuration import (
    effective_settings,
    installation_block,
    is_overridden,
    is_searched,
    matches,
    overrides_block,
    rivals,
)
from terraform_twilio.distribution.locations import implied_mirror

MIRROR = Path("/srv/mirror")


@pytest.fixture
def environ(tmp_path):
    return {"HOME": str(tmp_path)}


def searched(environ, text, mirror=MIRROR, address="hashicorp/twilio"):
    (Path(environ["HOME"]) / ".terraformrc").write_text(text)
    settings = effective_settings(environ)
    assert settings.problem == ""
    return is_searched(settings, mirror, address, environ)


def test_the_implied_mirror_is_searched_without_any_configuration(environ):
    settings = effective_settings(environ)
    assert is_searched(settings, implied_mirror(environ), "hashicorp/twilio", environ)
    assert not is_searched(settings, MIRROR, "hashicorp/twilio", environ)


def test_other_settings_leave_the_implied_mirror_searched(environ):
    assert searched(environ, 'disable_checkpoint = true\nplugin_cache_dir = "$HOME/cache" # mine\n',
                    implied_mirror(environ))


@pytest.mark.parametrize("text", [
    'provider_installation { direct {} }',
    'provider_installation {\n  network_mirror { url = "https://mirror.example/" }\n}',
    'provider_installation {\n  filesystem_mirror { path = "/other" }\n  direct {}\n}',
    '{"provider_installation": {"direct": {}}}',
])
def test_an_explicit_installation_block_replaces_the_implied_mirror(environ, text):
    assert not searched(environ, text, implied_mirror(environ))


@pytest.mark.parametrize("text", [
    'provider_installation { filesystem_mirror { path = "/srv/mirror" } }',
    'provider_installation {\n filesystem_mirror {\n path = "/srv/mirror/"\n include = ["hashicorp/*",]\n }\n}',
    '{"provider_installation": {"filesystem_mirror": [{"path": "/a"}, {"path": "/srv/mirror"}]}}',
])
def test_a_mirror_that_is_named_is_searched(environ, text):
    assert searched(environ, text)


@pytest.mark.parametrize("lines", ['include = ["twilio/twilio"]', 'exclude = ["hashicorp/twilio"]'])
def test_a_mirror_for_other_addresses_is_not_searched(environ, lines):
    mirror = f'filesystem_mirror {{\n path = "/srv/mirror"\n {lines}\n}}'
    assert not searched(environ, f"provider_installation {{\n {mirror} \n}}")


def test_our_own_block_makes_the_mirror_searched(environ):
    addresses = ("hashicorp/twilio", "twilio/twilio")
    assert all(searched(environ, installation_block(MIRROR, addresses), address=address) for address in addresses)


@pytest.mark.parametrize(("direct", "expected"), [
    ("direct {}", ["direct"]), ('direct { include = ["hashicorp/*"] }', ["direct"]),
    ('direct { exclude = ["hashicorp/twilio"] }', []), ('network_mirror { url = "https://x/" }', ["network_mirror"]),
    ('filesystem_mirror { path = "/other" }', ["filesystem_mirror"])])
def test_other_methods_that_serve_it_are_told(environ, direct, expected):
    text = f'provider_installation {{\n filesystem_mirror {{ path = "/srv/mirror" }}\n {direct}\n}}'
    (Path(environ["HOME"]) / ".terraformrc").write_text(text)
    assert rivals(effective_settings(environ), MIRROR, "hashicorp/twilio") == expected


@pytest.mark.parametrize("has_old_folder", [True, False])
def test_tofu_reads_more_files_in_its_own_folder_where_there_is_no_old_one(environ, has_old_folder):
    environ["XDG_CONFIG_HOME"] = f"{environ['HOME']}/settings"
    for folder, text in ((".terraform.d", "") if has_old_folder else ("other", ""),
                         ("settings/opentofu", "provider_installation {\n direct {}\n}")):
        (Path(environ["HOME"]) / folder).mkdir(parents=True)
        (Path(environ["HOME"]) / folder / "mirrors.tfrc").write_text(text)
    assert (effective_settings(environ, "tofu").methods is None) == has_old_folder
    assert effective_settings(environ, "terraform").methods is None


def test_our_own_overrides_are_seen(environ):
    (Path(environ["HOME"]) / ".terraformrc").write_text(overrides_block(Path("/src"), ("hashicorp/twilio",), environ))
    settings = effective_settings(environ)
    assert is_overridden(settings, "hashicorp/twilio")
    assert not is_overridden(settings, "twilio/twilio")


def test_a_named_file_replaces_all_others(environ, tmp_path):
    (tmp_path / ".terraformrc").write_text("provider_installation { direct {} }")
    (tmp_path / "named").write_text("")
    named = effective_settings({**environ, "TF_CLI_CONFIG_FILE": str(tmp_path / "named")})
    missing = effective_settings({**environ, "TF_CLI_CONFIG_FILE": str(tmp_path / "missing")})
    assert (named.methods, missing.methods) == (None, None)


def test_fragments_in_the_configuration_directory_count(environ, tmp_path):
    (tmp_path / ".terraform.d").mkdir()
    (tmp_path / ".terraform.d" / "company.tfrc").write_text("provider_installation { direct {} }")
    assert effective_settings(environ).methods is not None


def test_opentofu_prefers_its_own_file(environ, tmp_path):
    (tmp_path / ".terraformrc").write_text("provider_installation { direct {} }")
    (tmp_path / ".tofurc").write_text("")
    assert effective_settings(environ, "tofu").methods is None
    assert effective_settings(environ, "terraform").methods is not None


def test_a_file_that_cannot_be_read_is_named(environ, tmp_path):
    (tmp_path / ".terraformrc").write_text('provider_installation { direct = ')
    assert str(tmp_path / ".terraformrc") in effective_settings(environ).problem


@pytest.mark.parametrize(("pattern", "covers"), [
    ("hashicorp/twilio", True), ("hashicorp/*", True), ("*/*", True), ("registry.terraform.io/*/*", True),
    ("*/*/*", True), ("HashiCorp/Twilio", True), ("twilio/twilio", False), ("example.com/*/*", False),
    ("hashicorp", False), ("", False),
])
def test_patterns_cover_addresses_as_in_terraform(pattern, covers):
    assert matches(pattern, "hashicorp/twilio", "registry.terraform.io") is covers


def test_a_pattern_without_a_host_means_the_programs_own_registry():
    assert matches("hashicorp/*", "hashicorp/twilio", "registry.opentofu.org")
    assert matches("registry.opentofu.org/*/*", "hashicorp/twilio", "registry.opentofu.org")
    assert not matches("registry.terraform.io/*/*", "hashicorp/twilio", "registry.opentofu.org")


@pytest.mark.parametrize(("text", "body"), [
    ("", []),
    ("{}", []),
    ('a = "b"', [("a", "b")]),
    ('a = "q\\"\\n"  // said\n', [("a", 'q"\n')]),
    ("/* a = 1 */ b = 2", [("b", "2")]),
    ('credentials "app.example" {\n token = "x"\n}', [("credentials", [("app.example", [("token", "x")])])]),
    ('{"a": {"b": ["c", "d"]}}', [("a", [("b", ["c", "d"])])]),
])
def test_reads_both_languages(text, body):
    assert settings_text.parse(text) == body


@pytest.mark.parametrize("text", ["a = ", "a {", "a = [", "}", '"', "a = }"])
def test_refuses_what_is_neither(text):
    with pytest.raises(settings_text.SettingsSyntaxError):
        settings_text.parse(text)


@pytest.mark.parametrize("name", ['quo"ted', "back\\slash", "dol$lar", "ho me"])
def test_what_is_printed_names_the_mirror_whatever_its_path(environ, name):
    mirror = MIRROR / name
    assert searched(environ, installation_block(mirror, ("hashicorp/twilio",)), mirror=mirror)


@pytest.mark.parametrize("variable", ["HOME", "XDG_DATA_HOME"])
def test_a_path_with_a_dollar_is_named_by_the_variable_that_holds_it(variable):
    """Terraform expands variables in dev_overrides, once; `$` has no escape there. OpenTofu expands none."""
    facts = Path("/srv/a$b/sources"), ("hashicorp/twilio",), {variable: "/srv/a$b/"}
    assert f'"hashicorp/twilio" = "${{{variable}}}/sources"' in overrides_block(*facts)
    assert '"hashicorp/twilio" = "/srv/a$b/sources"' in overrides_block(*facts, "tofu")
