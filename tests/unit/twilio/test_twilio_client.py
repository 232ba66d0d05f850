"""The one door: accounts, attempts, pages, the log. Against real servers reached through `endpoint`."""

import json
import threading

import pytest

from terraform_twilio.twilio.client import Client
from terraform_twilio.twilio.credentials import Credentials
from terraform_twilio.twilio.errors import (
    AccountMismatch,
    CredentialsError,
    Interrupted,
    ResponseError,
    TransportError,
    UnusableValue,
)
from terraform_twilio.twilio.operations import FORM, Arguments, Operation
from unit.twilio.servers import Closing, Server, answer

ACCOUNT = "AC" + "1" * 32
SUBACCOUNT = "AC" + "2" * 32
TOKEN = Credentials(ACCOUNT, ACCOUNT, "parenttoken", None,
                    "account_sid from the configuration, auth_token from AUTH_TOKEN")
API_KEY = Credentials(ACCOUNT, "SK1", "keysecret")
LIST_KEYS = Operation("GET", "api.twilio.com", "/2010-04-01/Accounts/{AccountSid}/Keys.json")
FETCH = Operation("GET", "proxy.twilio.com", "/v1/Services/{Sid}")
CREATE = Operation("POST", "proxy.twilio.com", "/v1/Services", FORM, repeatable=False)


class Waits(list):
    """A `sleep` that only writes down; raises Interrupted once told to stop."""

    stopped = False

    def __call__(self, seconds):
        if self.stopped:
            raise Interrupted("stopping")
        if seconds:
            self.append(seconds)


class Lines(list):
    """A log."""

    def __init__(self, level="trace"):
        self.levels = ("debug", "trace") if level == "trace" else ("debug",)

    def is_enabled(self, level):
        return level in self.levels

    def debug(self, message, **fields):
        self.append((message, fields))

    def trace(self, message, **fields):
        self.append((message, fields))


def client(server, credentials=TOKEN, **options):
    defaults = {"endpoint": server.url, "environ": {}, "sleep": Waits(), "draw": lambda: 0.5, "user_agent": "test/1"}
    return Client(credentials, **{**defaults, **options})


def echo(received):
    return answer({"target": received.target})


def in_turn(*reactions):
    """The first request gets the first reaction, and so on; the last one stays."""
    waiting = list(reactions)
    return lambda received: waiting.pop(0) if len(waiting) > 1 else waiting[0]


def fetch(door, **options):
    return door.call(FETCH, Arguments({"Sid": "KS1"}), **options)


def create(door, **parameters):
    return door.call(CREATE, Arguments(parameters=parameters or {"UniqueName": "a"}))


def test_a_call_reaches_its_product_with_credentials_and_user_agent():
    with Server(echo) as server:
        fetched = fetch(client(server))
        assert fetched.payload == {"target": "/proxy.twilio.com/v1/Services/KS1"}
        sent = server.received[0].headers
        assert sent["authorization"] == TOKEN.authorization
        assert sent["user-agent"] == "test/1"
        assert sent["accept"] == "application/json"


def test_a_create_sends_its_form():
    with Server(echo) as server:
        create(client(server), UniqueName="a b", Flags=[])
        assert server.received[0].body == b"UniqueName=a%20b&Flags="


def test_a_header_of_the_call_beats_the_clients_own():
    with Server(echo) as server:
        client(server).call(FETCH, Arguments({"Sid": "x"}, headers={"Authorization": "other"}))
        assert server.received[0].headers["authorization"] == "other"


# Accounts


@pytest.mark.parametrize(
    ("credentials", "account_sid", "path", "addressed"),
    [
        pytest.param(TOKEN, None, {}, ACCOUNT, id="the account of the credentials"),
        pytest.param(TOKEN, SUBACCOUNT, {}, SUBACCOUNT, id="the account of the call"),
        pytest.param(TOKEN, None, {"AccountSid": SUBACCOUNT}, SUBACCOUNT, id="the account of the path"),
        pytest.param(Credentials(ACCOUNT, ACCOUNT, "t", SUBACCOUNT), None, {}, SUBACCOUNT,
                     id="the subaccount configured"),
        pytest.param(Credentials(ACCOUNT, "SK1", "s", SUBACCOUNT), None, {}, SUBACCOUNT, id="even with an API key"),
    ],
)
def test_on_v2010_the_account_is_part_of_the_path(credentials, account_sid, path, addressed):
    with Server(echo) as server:
        client(server, credentials).call(LIST_KEYS, Arguments(path), account_sid=account_sid)
        assert server.received[0].target == f"/api.twilio.com/2010-04-01/Accounts/{addressed}/Keys.json"
        assert server.received[0].headers["authorization"] == credentials.authorization


def test_the_account_addressed_by_default():
    with Server(echo) as server:
        assert client(server).account_sid == ACCOUNT
        assert client(server, Credentials(ACCOUNT, ACCOUNT, "t", SUBACCOUNT)).account_sid == SUBACCOUNT


def with_subaccount(received):
    is_account = received.target == f"/api.twilio.com/2010-04-01/Accounts/{SUBACCOUNT}.json"
    return answer({"sid": SUBACCOUNT, "auth_token": "subtoken"}) if is_account else answer({"account_sid": SUBACCOUNT})


@pytest.mark.parametrize("options", [{"credentials": Credentials(ACCOUNT, ACCOUNT, "t", SUBACCOUNT)},
                                     {"account_sid": SUBACCOUNT}])
def test_on_a_product_the_subaccounts_own_token_is_used_and_fetched_once(options):
    """Z3."""
    with Server(with_subaccount) as server:
        door = client(server, options.get("credentials", TOKEN))
        threads = [threading.Thread(target=fetch, args=(door,), kwargs={"account_sid": options.get("account_sid")})
                   for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        own = Credentials(SUBACCOUNT, SUBACCOUNT, "subtoken").authorization
        assert [received.headers["authorization"] == own for received in server.received].count(True) == 8
        assert len(server.received) == 9


def test_an_api_key_cannot_act_for_a_subaccount_on_a_product_and_nothing_is_sent():
    """Z3."""
    with Server(echo) as server:
        with pytest.raises(CredentialsError, match=f"API key.*{SUBACCOUNT}"):
            fetch(client(server, API_KEY), account_sid=SUBACCOUNT)
        assert server.received == []


@pytest.mark.parametrize(
    ("reaction", "said"),
    [
        (answer({"code": 20404, "message": "not found"}, 404), "could not be read as .*not found"),
        (answer({"auth_token": ""}), "does not tell"),
        (answer({}), "does not tell"),
    ],
)
def test_a_subaccount_whose_token_cannot_be_read(reaction, said):
    with Server(lambda received: reaction) as server, pytest.raises(CredentialsError, match=said):
        fetch(client(server), account_sid=SUBACCOUNT)


def test_an_answer_about_another_account_is_an_error():
    """Z3."""
    with Server(lambda received: answer({"sid": "KS1", "account_sid": SUBACCOUNT})) as server:
        with pytest.raises(AccountMismatch, match=f"{SUBACCOUNT}.*{ACCOUNT}.*KS1") as mismatch:
            fetch(client(server, API_KEY))
        assert mismatch.value.answer.payload["sid"] == "KS1"
        with pytest.raises(AccountMismatch):
            client(server).call(LIST_KEYS, Arguments())


def test_an_answer_about_another_account_is_expected_where_the_call_names_one():
    with Server(lambda received: answer({"account_sid": SUBACCOUNT})) as server:
        door = client(server, API_KEY)
        assert create(door, AccountSid=SUBACCOUNT).payload == {"account_sid": SUBACCOUNT}
        door.call(FETCH, Arguments({"Sid": "x"}, query={"AccountSid": SUBACCOUNT}))
        assert fetch(client(server)).payload == {"account_sid": SUBACCOUNT}, "a parent's token sees its subaccounts"


@pytest.mark.parametrize("unknown", [True, False])
def test_credentials_that_are_none_are_complained_about_at_the_first_call(unknown):
    """Z2."""
    with Server(echo) as server:
        door = client(server, CredentialsError("nothing there", unknown=unknown))
        for call in (lambda: fetch(door), lambda: door.account_sid, lambda: list(door.pages(LIST_KEYS, Arguments(),
                                                                                            "keys"))):
            with pytest.raises(CredentialsError, match="nothing there"):
                call()
        assert server.received == []


@pytest.mark.parametrize("path", ["/2010-04-01/Accounts/{AccountSid}/Keys/{Sid}.json", "/2010-04-01/Accounts.json",
                                  "/2010-04-01/Accounts/{Sid}.json", "/v1/Keys/{Sid}"])
@pytest.mark.parametrize("status", [401, 403])
def test_a_standard_key_refused_at_accounts_and_keys_is_told_to_use_the_token(path, status):
    """Z4."""
    with Server(lambda received: answer({"code": 20003, "message": "Authenticate"}, status)) as server, \
            pytest.raises(ResponseError, match=r"Standard API keys.*SK1.*auth_token"):
        client(server, API_KEY).call(Operation("GET", "api.twilio.com", path), Arguments({"Sid": "x"}))


@pytest.mark.parametrize(
    ("credentials", "region", "said", "unsaid"),
    [
        (TOKEN, None, "account_sid from the configuration, auth_token from AUTH_TOKEN", "region"),
        (API_KEY, "ie1", "one region; these were used in ie1", "Standard"),
    ],
)
def test_a_401_says_whose_credentials_were_refused(credentials, region, said, unsaid):
    with Server(lambda received: answer({"code": 20003, "message": "Authenticate"}, 401)) as server:
        with pytest.raises(ResponseError, match=said) as refused:
            fetch(client(server, credentials, region=region))
        assert unsaid not in str(refused.value)
        assert refused.value.code == 20003


# Attempts


def test_too_many_requests_is_waited_out_even_for_a_create():
    with Server(in_turn(answer({}, 429, Retry_After="7"), answer({}, 429), answer({"sid": "KS1"}, 201))) as server:
        waits = Waits()
        assert create(client(server, sleep=waits)).payload == {"sid": "KS1"}
        assert waits == [7.0, 0.5]
        assert len(server.received) == 3


def test_a_create_whose_answer_is_lost_is_sent_once():
    with Server(lambda received: Closing()) as server:
        waits = Waits()
        with pytest.raises(TransportError) as lost:
            create(client(server, sleep=waits))
        assert lost.value.sent
        assert (len(server.received), waits) == (1, [])


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_create_that_failed_in_the_server_is_sent_once(status):
    with Server(lambda received: answer({"message": "oops"}, status)) as server:
        with pytest.raises(ResponseError):
            create(client(server))
        assert len(server.received) == 1


def test_a_fetch_survives_a_lost_answer_and_a_failing_server():
    with Server(in_turn(Closing(), answer({}, 502), answer({"sid": "KS1"}))) as server:
        assert fetch(client(server)).payload == {"sid": "KS1"}
        assert len(server.received) == 3


def test_a_refused_connection_is_tried_again_for_any_call():
    with Server(echo) as server:
        pass
    waits = Waits()
    with pytest.raises(TransportError, match="Tried 5 times, waiting 4 seconds in between") as refused:
        create(client(server, sleep=waits))
    assert waits == [0.25, 0.5, 1.0, 2.0]
    assert not refused.value.sent


def test_an_error_says_how_often_it_was_tried():
    with Server(lambda received: answer({"message": "busy"}, 503)) as server:
        with pytest.raises(ResponseError, match=r"busy\. Tried 5 times.*\(HTTP 503"):
            fetch(client(server))
        assert len(server.received) == 5


def test_a_wait_that_is_too_long_is_told_at_once():
    with Server(lambda received: answer({"message": "busy"}, 429, Retry_After="500")) as server:
        with pytest.raises(ResponseError, match=r"busy\. Twilio asks to be left alone for 500 seconds: try again then"):
            fetch(client(server))
        assert len(server.received) == 1


def test_a_caller_that_stops_ends_the_wait_and_sends_nothing_more():
    waits = Waits()

    def respond(received):
        waits.stopped = True
        return answer({}, 429)

    with Server(respond) as server:
        door = client(server, sleep=waits)
        for _ in range(2):
            with pytest.raises(Interrupted):
                fetch(door)
        assert len(server.received) == 1


@pytest.mark.parametrize(("call", "told"), [("fetch", Interrupted), ("create", TransportError)])
def test_a_lost_answer_to_a_question_is_nothing_to_a_caller_that_stops(call, told):
    """What became of a create has to be told all the same."""
    waits = Waits()

    def respond(received):
        waits.stopped = True
        return Closing()

    with Server(respond) as server, pytest.raises(told):
        {"fetch": fetch, "create": create}[call](client(server, sleep=waits))


def test_secrets_that_twilio_repeats_do_not_reach_the_error():
    def respond(received):
        return answer({"message": f"bad {received.body.decode()}", "details": {"seen": "parenttoken"},
                       "errors": [{"detail": "hunter22 is weak"}]}, 400)

    with Server(respond) as server, pytest.raises(ResponseError) as refused:
        create(client(server), Password="hunter22")
    assert refused.value.message == "bad Password=***"
    assert refused.value.details == {"seen": "***"}
    assert refused.value.errors == [{"detail": "*** is weak"}]


# Pages


def paged(payloads):
    """A list in pages: the answer to the first request, then by the Page in the query."""
    def respond(received):
        _, _, number = received.target.partition("Page=")
        return answer(payloads[int(number or 0)])

    return respond


@pytest.mark.parametrize(
    "payloads",
    [
        pytest.param([{"keys": [1, 2], "next_page_uri": "/2010-04-01/Accounts/AC1/Keys.json?Page=1"},
                      {"keys": [], "next_page_uri": "/2010-04-01/Accounts/AC1/Keys.json?Page=2"},
                      {"keys": [3], "next_page_uri": None}], id="v2010"),
        pytest.param([{"keys": [1, 2], "meta": {"next_page_url": "https://api.twilio.com/v1/Keys?Page=1",
                                                "key": "keys"}},
                      {"keys": [3], "meta": {"next_page_url": None, "key": "keys"}}], id="product"),
    ],
)
def test_every_item_of_every_page(payloads):
    with Server(paged(payloads)) as server:
        assert list(client(server).pages(LIST_KEYS, Arguments(), "keys")) == [1, 2, 3]
        assert len(server.received) == len(payloads)
        assert {received.target.split("/")[1] for received in server.received} == {"api.twilio.com"}
        assert {received.connection for received in server.received} == {0}


def test_pages_are_fetched_when_they_are_needed():
    with Server(paged([{"keys": [1], "next_page_uri": "/x?Page=1"}, {"keys": [2]}])) as server:
        items = client(server).pages(LIST_KEYS, Arguments(), "keys")
        assert next(items) == 1
        assert len(server.received) == 1
        assert list(items) == [2]


def test_a_list_that_names_a_page_again_is_no_endless_loop():
    with Server(lambda received: answer({"keys": [1], "next_page_uri": "/x?Page=1"})) as server:
        with pytest.raises(ResponseError, match="never ends"):
            list(client(server).pages(LIST_KEYS, Arguments(), "keys"))
        assert len(server.received) == 2


@pytest.mark.parametrize(("payload", "items"), [({"others": []}, "keys"), ({"keys": None}, "keys"), ({}, "")])
def test_an_answer_without_the_list_is_an_error_and_not_an_empty_list(payload, items):
    with Server(lambda received: answer(payload)) as server, pytest.raises(ResponseError, match="list"):
        list(client(server).pages(LIST_KEYS, Arguments(), items))


def test_an_array_is_a_list():
    with Server(lambda received: answer([1, 2])) as server:
        assert list(client(server).pages(LIST_KEYS, Arguments(), "")) == [1, 2]


def test_a_parent_is_told_what_became_of_a_subaccount():
    with Server(lambda received: answer({"status": "closed"})) as server:
        assert client(server).status_of("AC9") == "closed"
        assert server.received[0].target.endswith("/2010-04-01/Accounts/AC9.json")


# The log, and what is built from arguments


def test_a_call_is_one_line_at_debug():
    with Server(lambda received: answer({}, Twilio_Request_Id="RQ1")) as server:
        lines, times = Lines("debug"), iter([1.0, 1.25])
        fetch(client(server, log=lines, clock=lambda: next(times)))
        assert lines == [("Answer", {"method": "GET", "host": "proxy.twilio.com", "path": "/v1/Services/KS1", "status": 200,
                                     "request_id": "RQ1", "milliseconds": 250})]


def test_bodies_are_shown_at_trace_without_secrets():
    with Server(lambda received: answer({"sid": "KS1", "secret": "hunter22"}, 201)) as server:
        lines = Lines()
        create(client(server, log=lines, dumps=lambda value: json.dumps(value, separators=(",", ":"))),
               UniqueName="a", Password="hunter33", Data={"token": "hunter44", "n": 1})
        bodies = [fields["body"] for _, fields in lines if "body" in fields]
        assert bodies == ['UniqueName=a&Password=***&Data={"token":"***","n":1}', '{"sid":"KS1","secret":"***"}']
        assert "hunter" not in str(lines)
        assert "parenttoken" not in str(lines)
        assert TOKEN.authorization not in str(lines)


def test_a_refusal_that_repeats_a_secret_shows_it_nowhere():
    with Server(lambda received: answer({"message": 'Password "hun\nter33" is weak', "code": 20001}, 400)) as server:
        lines = Lines()
        with pytest.raises(ResponseError) as refused:
            create(client(server, log=lines), Password='"hun\nter33"')
        assert lines[-1][1]["body"].startswith('{"message": "Password *** is weak"')
        assert "ter33" not in str(lines) + str(refused.value)


def test_secrets_in_a_query_are_not_shown():
    with Server(echo) as server:
        lines = Lines("debug")
        client(server, log=lines).call(FETCH, Arguments({"Sid": "x"}, query={"AuthToken": "hunter22", "PageSize": 5}))
        assert lines[0][1]["path"] == "/v1/Services/x?AuthToken=***&PageSize=5"


def test_what_is_not_json_is_not_shown():
    with Server(lambda received: answer("x", 502).replace(b'"x"', b"<h>")) as server:
        lines = Lines()
        with pytest.raises(ResponseError):
            create(client(server, log=lines))
        assert lines[-1][1]["body"] == "3 bytes that are not JSON"


def test_attempts_without_an_answer_are_logged():
    with Server(in_turn(Closing(), answer({}))) as server:
        lines = Lines("debug")
        fetch(client(server, log=lines))
        assert [message for message, _ in lines] == ["No answer", "Waiting to try again", "Answer"]


@pytest.mark.parametrize("options", [{"endpoint": "nonsense"}, {"region": "a/b"}, {"edge": "x.y"}])
def test_a_place_that_cannot_be_used_is_refused_by_every_call(options):
    door = Client(TOKEN, **{"environ": {}, **options})
    for call in (lambda: fetch(door), lambda: list(door.pages(LIST_KEYS, Arguments(), "keys"))):
        with pytest.raises(UnusableValue):
            call()


def test_the_environment_names_the_place():
    with Server(echo) as server:
        door = client(server, endpoint=None, environ={"TWILIO_ENDPOINT": server.url, "TWILIO_REGION": "ie1"})
        assert fetch(door).payload == {"target": "/proxy.dublin.ie1.twilio.com/v1/Services/KS1"}


def test_a_transport_of_ones_own_is_told_where_to_go():
    class Recording:
        def exchange(self, origin, request, *, repeatable):
            seen.append((origin.scheme, origin.authority, origin.prefix + request.target, repeatable))
            raise TransportError("none", sent=False, lasting=True)

    seen = []
    with pytest.raises(TransportError):
        create(Client(TOKEN, environ={}, edge="dublin", transport=Recording()))
    assert seen == [("https", "proxy.dublin.us1.twilio.com", "/v1/Services", False)]


def test_a_404_of_something_in_between_is_told_apart_from_twilios():
    with Server(lambda received: b"HTTP/1.1 404 Not Found\r\nContent-Length: 6\r\n\r\n<html>") as server:
        with pytest.raises(ResponseError, match=r"<html>\. This is no answer of Twilio's: is the endpoint") as refused:
            client(server).call(FETCH, Arguments({"Sid": "KS1"}))
        assert not refused.value.is_not_found
